"""What a web server runs: `gunicorn orgchart.wsgi`."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "orgchart.settings")
application = get_wsgi_application()

# What is loaded by now stays: a full collection in the midst of a request need not go through it.
gc.collect()
gc.freeze()
