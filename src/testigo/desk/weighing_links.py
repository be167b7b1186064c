"""Ways from a report and from a claim to what weighing found of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from testigo.desk.pages import Link
from testigo.desk.render import path
from testigo.weighed import Relay
from testigo.weighing.weigh import STAGE, is_weighed

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

MOST = 6


def of_report(casebook: Casebook, id_: int) -> tuple[Link, ...]:
    """The relays of a report, from both ends, and what stands on it alone; nothing where nothing was weighed."""
    if casebook.derived_run(STAGE) is None:
        return ()
    page = casebook.derived(STAGE, "relay", Relay, about=[("report", f"{id_}")], limit=MOST)
    links = [
        Link(_said(casebook, relay, id_), path("relay", pair=relay.key))
        for relay in page.items
        if relay.holds
    ]
    if page.total > MOST:
        links.append(Link(_("All relays"), path("relays"), count=page.total))
    return (*links, Link(_("What stands on this report alone"), path("stands", kind="report", key=f"{id_}")))


def of_claim(casebook: Casebook, id_: int) -> str:
    """The address of the weight of a claim, or of the event that it tells; empty where it was not weighed."""
    return path("weight", kind="claim", key=f"{id_}") if is_weighed(casebook, id_) else ""


def _said(casebook: Casebook, relay: Relay, here: int) -> str:
    if relay.original is None:
        return _("Has something from %(outlet)s, not held") % {"outlet": relay.outside}
    other = relay.original if relay.relay == here else relay.relay
    report = casebook.report(other).report
    name = {"name": report.publisher or report.title or f"{other}"}
    if "corrects" in relay.how:
        return (
            _("Corrects a report of %(name)s") if relay.relay == here else _("Corrected by %(name)s")
        ) % name
    return (_("Has its words from %(name)s") if relay.relay == here else _("Relayed by %(name)s")) % name
