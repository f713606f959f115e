"""What a web server runs: `gunicorn orgchart.wsgi`."""

import gc
import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "orgchart.settings")
application = get_wsgi_application()

# With the addresses all is loaded that requests need. It stays for good, so that a full collection
# in the midst of a request need not go through it.
import_module(settings.ROOT_URLCONF)
gc.collect()
gc.freeze()
