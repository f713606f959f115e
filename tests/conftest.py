"""What every test may ask for: a database of each sort, a browser, the cast, a small council.

Its one rule: a test that uses the database runs on SQLite and on PostgreSQL; a test in the browser
runs on SQLite alone.
"""

import os

import pytest

from divisions.models import Membership, Structure
from posts import proposals
from reports.models import Restructure
from tests import browsers, databases
from tests.acting import Desk
from tests.cast import council, person, signed_in
from tests.pages import load_paper

# Playwright's event loop goes on in the main thread, in which the tests use the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "yes"


def pytest_generate_tests(metafunc):
    """Let a test that uses the database run on each."""
    uses = {"db", "transactional_db", "live_server", "database"} & {*metafunc.fixturenames}
    if not uses and metafunc.definition.get_closest_marker("django_db") is None:
        return
    in_browser = metafunc.definition.get_closest_marker("browser")
    if "database" not in metafunc.fixturenames:
        metafunc.fixturenames.insert(0, "database")
    names = databases.NAMES[:1] if in_browser else databases.NAMES
    metafunc.parametrize("database", names, indirect=True, scope="session")


def pytest_runtest_setup(item):
    """Skip a test in the browser where there is none, or fail it where one is required."""
    if item.get_closest_marker("browser") and browsers.PATH is None:
        required = os.environ.get("ORGCHART_REQUIRE_BROWSER") == "1"
        (pytest.fail if required else pytest.skip)(browsers.MISSING)


@pytest.fixture(scope="session")
def all_databases(django_test_environment, django_db_blocker):
    with django_db_blocker.unblock():
        made = databases.Databases()
        yield made
        made.close()


@pytest.fixture(scope="session")
def database(request, all_databases, django_db_blocker):
    """The name of the database on which the test runs."""
    with django_db_blocker.unblock():
        all_databases.use(request.param)
    return request.param


@pytest.fixture(scope="session")
def django_db_setup(database):
    """In place of pytest-django's: the databases are made by `database`."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Start the system's browser, and let it speak to nobody but us."""
    return browser_type_launch_args | browsers.LAUNCH


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return browser_context_args | {"locale": "en-GB", "viewport": {"width": 1400, "height": 900}}


@pytest.fixture(scope="session")
def base_url(live_server):
    """Where the site is, so that a test in the browser goes to "/borough/"."""
    return live_server.url


@pytest.fixture
def page_of(page, base_url):
    """A person's page: signed in, at the councils they belong to."""

    def signed_in_page(user):
        session = signed_in(user).cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": session, "url": base_url}])
        page.goto("/")
        return page

    return signed_in_page


@pytest.fixture
def borough(db):
    """A council with nothing in it."""
    return council("borough", "The Borough")


@pytest.fixture
def county(db):
    """Another council with nothing in it."""
    return council("county", "The County")


@pytest.fixture
def paper(borough):
    """The restructure of the small paper."""
    load_paper()
    return Restructure.objects.get(key="realignment")


@pytest.fixture
def draft(borough):
    """An empty draft."""
    return Structure.objects.bulk_create(
        [Structure(council=borough, key="draft", title="The draft")]
    )[0]


@pytest.fixture
def amara(borough):
    """Amara, HR officer."""
    return person("Amara", borough, Membership.Role.OFFICER)


@pytest.fixture
def ben(borough):
    """Ben, who may only read."""
    return person("Ben", borough, Membership.Role.READER)


@pytest.fixture
def dilys(borough):
    """Dilys, committee clerk."""
    return person("Dilys", borough, Membership.Role.CLERK)


@pytest.fixture
def emeka(borough):
    """Emeka, administrator."""
    return person("Emeka", borough, Membership.Role.ADMINISTRATOR)


@pytest.fixture
def chloe(county):
    """Chloe, HR officer of another council: the stranger."""
    return person("Chloe", county, Membership.Role.OFFICER)


@pytest.fixture
def at_amaras(amara):
    """A client at which Amara, HR officer, has signed in."""
    return signed_in(amara)


@pytest.fixture
def at_bens(ben):
    """A client at which Ben, who may only read, has signed in."""
    return signed_in(ben)


@pytest.fixture
def at_dilyss(dilys):
    """A client at which Dilys, committee clerk, has signed in."""
    return signed_in(dilys)


@pytest.fixture
def at_emekas(emeka):
    """A client at which Emeka, administrator, has signed in."""
    return signed_in(emeka)


@pytest.fixture
def at_chloes(chloe):
    """A client at which Chloe, the stranger, has signed in."""
    return signed_in(chloe)


@pytest.fixture
def drawn(borough, amara):
    """A draft drawn from the small paper's existing structure."""
    load_paper()
    existing = Structure.objects.get(key="existing")
    return proposals.draw(existing, key="draft-a", title="Draft A", user=None)


@pytest.fixture
def amaras(drawn, at_amaras):
    """Where Amara does acts on the draft."""
    return Desk(at_amaras)


@pytest.fixture
def noors(drawn, borough):
    """Where Noor does, who is an HR officer too."""
    return Desk(signed_in(person("Noor", borough, "officer")))
