"""The settings of orgchart: read from the environment, SQLite with none set, secure unless asked.

Every variable is in the README. ORGCHART_DEBUG=yes is for one's own machine only.
"""

from pathlib import Path

from csp.constants import NONE, SELF

from orgchart import environment

BASE_DIR = Path(__file__).resolve().parent.parent

DEBUG = environment.yes_or_no("ORGCHART_DEBUG")
SECRET_KEY = environment.secret_key("ORGCHART_SECRET_KEY", kept_in=BASE_DIR / ".secret-key")
ALLOWED_HOSTS = environment.words("ORGCHART_HOSTS", default=("127.0.0.1", "localhost"))
BEHIND_PROXY = environment.yes_or_no("ORGCHART_BEHIND_PROXY")
DATABASES = {"default": environment.database("ORGCHART_DATABASE", BASE_DIR / "orgchart.sqlite3")}

INSTALLED_APPS = [
    "orgchart",
    "reports",
    "posts",
    "divisions",
    "mptt",
    "simple_history",
    "axes",
    "csp",
    "django_htmx",
    "whitenoise.runserver_nostatic",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "orgchart.gate.SizeMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "orgchart.gate.PrivateMiddleware",
    "orgchart.gate.NullMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "orgchart.gate.AddressMiddleware",
    "orgchart.gate.SignedOutMiddleware",
    "divisions.errors.RulesMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "orgchart.urls"
WSGI_APPLICATION = "orgchart.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "sign-in"
CSRF_FAILURE_VIEW = "orgchart.views.form_not_accepted"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "sign-in"
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 1  # hours
AXES_CLIENT_IP_CALLABLE = "orgchart.gate.client_address"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "locked_out.html"
AXES_RESET_ON_SUCCESS = True

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# A council file may hold 20 MB; nothing else that is sent here comes near it.
DATA_UPLOAD_MAX_MEMORY_SIZE = 21 * 1024 * 1024
LARGEST_BODY = 22 * 1024 * 1024
# Each post that an act is done to is a field of its form: as many as a large council has, and more.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 60_000

# Django's own logging says nothing of a fault unless it is debugging.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": []}},
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}
SECURE_SSL_REDIRECT = not DEBUG
SECURE_HSTS_SECONDS = 0 if DEBUG else 365 * 24 * 3600
# The site may stand on the council's main domain, for whose other names it cannot promise TLS.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SESSION_COOKIE_SECURE = not DEBUG
CSRF_COOKIE_SECURE = not DEBUG
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
