"""Django is configured once, late additions reach it, and who only reads never loads it."""

from __future__ import annotations

import subprocess
import sys


def run(code: str) -> None:
    """Run code in a process of its own; it must succeed in silence."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_door_loads_no_django_before_a_casebook_is_opened() -> None:
    run("import sys, testigo.casebook.casebook; sys.exit('django' in sys.modules)")


def test_the_desk_may_add_its_settings_after_a_casebook_was_opened() -> None:
    run(
        "from testigo.casebook.setup import configure\n"
        "configure()\n"
        "configure({'ROOT_URLCONF': 'somewhere', 'INSTALLED_APPS': ['django.contrib.staticfiles']})\n"
        "from django.apps import apps\n"
        "from django.conf import settings\n"
        "assert settings.ROOT_URLCONF == 'somewhere'\n"
        "assert apps.is_installed('django.contrib.staticfiles') and apps.is_installed('testigo.casebook')\n"
        "assert not settings.DEBUG and settings.USE_TZ and len(settings.SECRET_KEY) > 40\n"
    )


def test_each_process_has_its_own_secret_and_no_path_in_its_settings() -> None:
    run(
        "from testigo.casebook.setup import configure\n"
        "configure({'SECRET_KEY': 'mine'})\n"
        "from django.conf import settings\n"
        "assert settings.SECRET_KEY == 'mine'\n"
        "assert settings.DATABASES['default']['NAME'] == 'casebook'\n"
    )


def test_without_a_casebook_the_database_says_so() -> None:
    run(
        "from testigo.casebook.setup import configure\n"
        "configure()\n"
        "from testigo.casebook import faults, tables\n"
        "from testigo.errors import BadInput\n"
        "try:\n"
        "    with faults.told():\n"
        "        tables.select('SELECT 1')\n"
        "except BadInput as error:\n"
        "    assert 'closed' in error.message\n"
        "else:\n"
        "    raise AssertionError\n"
    )
