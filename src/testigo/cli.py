"""The commands, in the order of the flow: parse, call the door, print.

Rules:
- One command per stage; `open` is the main job in one.
- Words for people go to standard output as tables, for programs as JSON with `--json`; progress and complaints go
  to standard error. The exit code tells the kind of error (docs/errors.md).
- More than 400 lines because every command with its options stands here, so that the order of the flow can be read.
- Doors are imported where they are used, so that `read --json` starts in well under a second.
- More than 400 lines because every command and its options stand here, to be read in one place.
"""

from __future__ import annotations

if __name__ == "__main__":  # python -m testigo.cli
    from testigo.start import main as start

    start()
    raise SystemExit

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from testigo import __version__, settings
from testigo.errors import BadInput
from testigo.jobs import (
    accept_loss,
    act_asked,
    all_lines,
    check_batch,
    day_asked,
    group_asked,
    link_into,
    linked_lists,
    linked_one,
    links_untold,
    make,
    places_asked,
    preserve_into,
    put_readings,
    read_into,
    readings_of,
    reports_in,
    secret_of,
    shown_reports,
    unlock,
    verified,
)
from testigo.terminal import errors_told, progress, put, put_json, put_rich, say, text_of, write_new

if TYPE_CHECKING:
    from testigo.archive.preserve import Outcome
    from testigo.casebook.casebook import Casebook
    from testigo.confronted import Order
    from testigo.trend import Change

app = typer.Typer(
    name="testigo",
    help="Turn reports from closed places into evidence that can be checked: who says that who did what to whom, "
    "according to whom, and how firmly.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

CasebookDir = Annotated[
    Path,
    typer.Option(
        "--casebook", "-c", metavar="DIR", help="The casebook.", envvar="TESTIGO_CASEBOOK", show_envvar=True
    ),
]
Files = Annotated[
    list[str],
    typer.Argument(metavar="FILE...", help="Files, folders, zip files, or addresses (http, https)."),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="Date of publication as EDTF (2021-10-20, 2021-10), where the file does not tell.",
    ),
]
Publisher = Annotated[
    str | None, typer.Option(metavar="NAME", help="Who published it, where the file does not tell.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a program instead of a table.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print no progress.")]
Plain = Annotated[
    bool,
    typer.Option("--plain", help="Make an open casebook, without a passphrase: for public material only."),
]
Port = Annotated[
    int | None, typer.Option(metavar="N", help="Where the desk listens on 127.0.0.1. Default: TESTIGO_PORT.")
]
DEFAULT = Path("casebook")


def report_trouble(outcome: Outcome) -> None:
    """List what failed in a batch, at the end, on standard error."""
    from testigo.printing import trouble_lines

    lines = trouble_lines(outcome)
    if lines:
        say(f"\n{len(lines)} could not be done (kept as troubles; the others went through):")
        for line in lines:
            say(f"  {line}")


@app.command(epilog="Example: testigo new casebook")
def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder.")] = DEFAULT,
    plain: Plain = False,
) -> None:
    """Make a casebook: a folder that keeps originals, claims and judgements, sealed under a passphrase."""
    with make(folder, plain=plain):
        say(f"made the casebook {folder}" + (" (open: no passphrase protects it)" if plain else ""))


@app.command(
    "open", epilog="Example: testigo open report.html --casebook cases/border --published 2021-10-20"
)
def open_(
    files: Files, casebook: CasebookDir = DEFAULT, plain: Plain = False, published: Published = None, publisher: Publisher = None,
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve the desk afterwards, or end.")] = True,
    port: Port = None, as_json: AsJson = False, quiet: Quiet = False,
) -> None:  # fmt: skip
    """Do the main job in one: preserve the files, read them into claims, show them, serve the desk."""
    from testigo.casebook.casebook import is_casebook

    book = unlock(casebook) if is_casebook(casebook) else make(casebook, plain=plain)
    with book:
        outcome = preserve_into(book, files, published, publisher, quiet=quiet)
        read_into(book, quiet=quiet)
        for report in shown_reports(book, outcome.reports):
            put_report(report, as_json=as_json)
        report_trouble(outcome)
        if serve:
            serve_desk(book, port)
    if outcome.troubles:
        raise typer.Exit(8)


@app.command(epilog="Example: testigo add reports/ mail.eml --casebook cases/border")
def add(
    files: Files, casebook: CasebookDir = DEFAULT, published: Published = None, publisher: Publisher = None,
    batch: Annotated[str, typer.Option("--batch", metavar="NAME", help="A name for what is added now; its progress stands on the desk.")] = "",
    as_json: AsJson = False, quiet: Quiet = False,
) -> None:  # fmt: skip
    """Preserve files, folders, zip files or addresses in the casebook, unchanged, and take their text."""
    with unlock(casebook) as book:
        check_batch(batch)
        outcome = preserve_into(book, files, published, publisher, quiet=quiet)
        if batch and outcome.originals:
            book.into_batch(batch, "", originals=outcome.originals)
    from testigo.printing import outcome_json, outcome_line

    if as_json:
        put_json(outcome_json(outcome))
    else:
        say(outcome_line(outcome))
    report_trouble(outcome)
    if outcome.troubles:
        raise typer.Exit(8)


@app.command(epilog="Example: testigo read --json report.txt --published 2021-10-20")
def read(
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="A file to read without keeping it.")] = None,
    casebook: CasebookDir = DEFAULT, published: Published = None, publisher: Publisher = None, as_json: AsJson = False,
    explain: Annotated[bool, typer.Option("--explain", help="Print the text with the rules in the margin.")] = False,
    reader: Annotated[str, typer.Option(metavar="second|rules|llm", help="Who reads a FILE: the rules with the second opinion of a small network (unless set otherwise), the rules alone, or the language model of TESTIGO_LLM_URL.")] = "",
    transcript: Annotated[Path | None, typer.Option(metavar="NEW", help="Keep what the model is asked and answers, unsealed.")] = None,
    replay: Annotated[Path | None, typer.Option(metavar="KEPT", help="Read again from a transcript, without a model.")] = None,
    quiet: Quiet = False,
) -> None:  # fmt: skip
    """Read reports into attributed claims: one FILE without a casebook, or everything unread in the casebook."""
    check_reader(reader, file, transcript or replay)
    if file is None:
        with unlock(casebook) as book:
            count = read_into(book, quiet=quiet)
        say(f"read {count} report" + ("" if count == 1 else "s"))
        return
    if reader == "llm":
        from testigo.reading.model.asking import asked
        from testigo.reading.read import read_report_with_model

        reports = reports_in(file, published, publisher)
        with asked(transcript, replay, say) as model:
            answers = [(report, read_report_with_model(report, model.ask, model.model)) for report in reports]
    else:
        answers = readings_of(file, published, publisher, second={"second": True, "rules": False}.get(reader))
    if as_json:
        put_readings(answers)
        return
    from testigo.printing import reading_view
    from testigo.printing_explained import explained

    for report, reading in answers:
        put_rich(explained(report, reading) if explain else reading_view(report, reading))


def check_reader(reader: str, file: Path | None, exchanges: Path | None) -> None:
    """Refuse a reader that is not there, and a model without a file of its own. Errors: BadInput."""
    if reader not in ("", "second", "rules", "llm"):
        raise BadInput(f"there is no reader {reader!r}", "second, rules or llm")
    if reader in ("second", "rules") and file is None:
        raise BadInput("--reader is for one FILE; TESTIGO_SECOND_OPINION says who reads into a casebook",
                       "leave --reader out, or name a file")  # fmt: skip
    if reader == "llm" and file is None:
        raise BadInput("a language model reads one FILE at a time, and not into a casebook",
                       "name the file: testigo read --reader llm FILE")  # fmt: skip
    if reader != "llm" and exchanges is not None:
        raise BadInput("--transcript and --replay are for --reader llm", "add it, or leave them out")


@app.command(epilog="Example: testigo show 3")
def show(
    report: Annotated[int | None, typer.Argument(metavar="[REPORT]", help="The number of a report.")] = None,
    casebook: CasebookDir = DEFAULT, as_json: AsJson = False,
) -> None:  # fmt: skip
    """List the reports of the casebook, or show the claims of one."""
    with unlock(casebook) as book:
        if report is not None:
            put_report(book.report(report), as_json=as_json)
            return
        lines = list(all_lines(book))
    if as_json:
        put_json([{"report": r.id, "title": r.title, "publisher": r.publisher, "published": r.published, "language": r.language,
                   "claims": r.claims, "directives": r.directives, "judged": r.judged, "troubles": r.troubles,
                   "read": not (r.unread or r.passed_over)}
                  for r in lines])  # fmt: skip
        return
    from testigo.printing import reports_table

    put_rich(reports_table(lines))


@app.command(epilog="Example: testigo search food shortage")
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help='All must occur; "quoted" in this order; word* begins so.')],
    casebook: CasebookDir = DEFAULT, as_json: AsJson = False,
    most: Annotated[int, typer.Option("--most", metavar="N", min=1, max=1000, help="How many reports at the most.")] = 20,
) -> None:  # fmt: skip
    """Find words in the reports of the casebook, English or Korean."""
    with unlock(casebook) as book:
        page = book.search(" ".join(words), limit=most)
    if as_json:
        put_json({"total": page.total, "terms": list(page.terms), "hits": [
            {"report": h.report, "title": h.title, "publisher": h.publisher, "published": h.published,
             "span": [h.span.start, h.span.end] if h.span else None, "before": h.before, "found": h.found, "after": h.after,
             "claims": list(h.claims)} for h in page.items]})  # fmt: skip
        return
    from testigo.printing import hits_view

    put_rich(hits_view(page.items, page.total))


@app.command(epilog="Example: testigo link --casebook cases/border")
def link(
    key: Annotated[str | None, typer.Argument(metavar="[KEY]", help="An event (e...) or person (p...) to show.")] = None,
    casebook: CasebookDir = DEFAULT, as_json: AsJson = False, quiet: Quiet = False,
    seed: Annotated[int, typer.Option(metavar="N", min=0, help="Seed of the plausible clusterings.")] = 1,
    most: Annotated[int, typer.Option("--most", metavar="N", min=1, max=10_000, help="How many events and persons to print.")] = 40,
    engine: Annotated[str, typer.Option(metavar="NAME", help="What compares: duckdb, or spark for what one machine cannot hold.")] = "duckdb",
) -> None:  # fmt: skip
    """Link claims that tell of one happening, and mentions of one person, across the reports of the casebook."""
    from testigo.printing_linked import link_json, links_view, one_view
    from testigo.wire import to_json

    with unlock(casebook) as book:
        if key is not None:
            found = linked_one(book, key)
            put_json(to_json(found)) if as_json else put_rich(one_view(found))
            return
        done = link_into(book, seed=seed, engine=engine, quiet=quiet)
        events, persons = linked_lists(book, most)
        untold = links_untold(book, most)
    if as_json:
        put_json(link_json(done, events, persons, untold))
    else:
        put_rich(links_view(done, events, persons))


@app.command(
    epilog="Example: testigo estimate --act arrest --group repatriated --within Hoeryong --at 2021-10-02"
)
def estimate(
    at: Annotated[str, typer.Option("--at", metavar="DATE", help="When the order took effect, as EDTF: a day, a month, from/to.")],
    casebook: CasebookDir = DEFAULT,
    act: Annotated[list[str] | None, typer.Option(metavar="ACT", help="An act that the order concerns; may be given again. Default: all.")] = None,
    group: Annotated[list[str] | None, typer.Option(metavar="GROUP", help="A group that it concerns, by name or id; may be given again.")] = None,
    within: Annotated[str | None, typer.Option(metavar="PLACE", help="Where it holds, by name or id.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="First day looked at. Default: the month of the first report.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Last day looked at. Default: that of the last report.")] = None,
    expect: Annotated[str, typer.Option(metavar="fewer|more", help="What the order leads one to expect.")] = "fewer",
    control: Annotated[list[str] | None, typer.Option(metavar="ACT", help="An act that the order does not touch, to compare with.")] = None,
    accepted: Annotated[bool, typer.Option("--accepted", help="Count only what a person accepted.")] = False,
    as_json: AsJson = False, quiet: Quiet = False,
) -> None:  # fmt: skip
    """Ask whether documented numbers changed after an order: by month, with what may and may not be said."""
    from testigo.estimating.estimate import Asked
    from testigo.estimating.estimate import estimate as estimated
    from testigo.trend import Expected, Options

    if expect not in ("fewer", "more"):
        raise BadInput(f"an order cannot lead one to expect {expect!r}", "fewer or more")
    asked = Asked(
        at, tuple(map(act_asked, act or ())), tuple(map(group_asked, group or ())), within and places_asked(within),
        day_asked(since), day_asked(until, last=True), Expected(expect), tuple(map(act_asked, control or ())), accepted=accepted,
        names=("", "", within or ""),
    )  # fmt: skip
    with unlock(casebook) as book, progress(quiet, "estimating"):
        change = estimated(book, asked, Options(seed=settings.number("estimate_seed")))
    put_change(change, as_json=as_json)


def put_change(change: Change, *, as_json: bool) -> None:
    """Print whether numbers changed; exit code 5 where the data cannot bear an answer."""
    from testigo.printing import change_json, change_view
    from testigo.trend import Verdict

    if as_json:
        put_json(change_json(change))
    else:
        put_rich(change_view(change))
    if change.verdict is Verdict.NOT_TESTABLE:
        raise typer.Exit(5)


@app.command(epilog="Example: testigo weigh --without report:5")
def weigh(
    casebook: CasebookDir = DEFAULT, as_json: AsJson = False, quiet: Quiet = False,
    without: Annotated[str | None, typer.Option(metavar="ID", help="What falls if this falls: report:5, or origin:KEY.")] = None,
    most: Annotated[int, typer.Option("--most", metavar="N", min=1, help="How many relays and things to print.")] = 20,
) -> None:  # fmt: skip
    """Find who has it from whom, what was changed on the way, and how many independent origins stand behind each thing."""
    from testigo.weighing import weigh as door
    from testigo.wire import to_json

    with unlock(casebook) as book:
        if without is not None:
            require_run(book.derived_run(door.STAGE) is not None)
            fallen = door.without(book, without)
            if as_json:
                put_json(
                    [{k: v for k, v in to_json(fall).items() if k != "also"} for fall in door.each(fallen)]
                )
                return
            from testigo.printing_weighed import falls_view, thing_of, words_of

            titles = {line.id: line.title or line.source for line in all_lines(book)}
            put_rich(falls_view(thing_of(book, without, titles, most), fallen, most, partial(words_of, book)))
            return
        found = door.weigh(book, (lambda _: None) if quiet else say)
        if as_json:
            put_json({"relays": [to_json(r) for r in found.relays], "weights": [to_json(w) for w in found.weights],
                      "origins": found.origins, "reports": found.reports})  # fmt: skip
            return
        from testigo.printing_weighed import weighed_view, words_of

        titles = {line.id: line.title or line.source for line in all_lines(book)}
        told = partial(words_of, book)
        put_rich(
            weighed_view(found.relays, found.weights, (found.reports, found.origins), titles, most, told)
        )


def require_run(done: bool) -> None:
    """Refuse to answer before anything was weighed. Errors: BadInput."""
    if not done:
        raise BadInput("this casebook was not weighed yet", "run `testigo weigh` first")


@app.command(epilog="Example: testigo orders 3 --brief order-3.pdf")
def orders(
    order: Annotated[int | None, typer.Argument(metavar="[ORDER]", help="The number of an order.")] = None,
    casebook: CasebookDir = DEFAULT, as_json: AsJson = False,
    kept: Annotated[bool, typer.Option("--kept", help="Show what was confronted last, without doing it again.")] = False,
    brief: Annotated[Path | None, typer.Option(metavar="FILE", help="Write one page to print or send: FILE.html or FILE.pdf.")] = None,
    names: Annotated[str, typer.Option(metavar="initials|full", help="How the brief gives names of people.")] = "initials",
    annex: Annotated[bool, typer.Option("--annex", help="Put everything behind the page of the brief.")] = False,
    trend: Annotated[int | None, typer.Option("--trend", metavar="CLAUSE", help="Ask what `testigo estimate` says of a clause's act and groups.")] = None,
) -> None:  # fmt: skip
    """Set what was ordered beside what is documented: is it in line, contrary, or can it not tell?"""
    from testigo.orders import confront as door
    from testigo.printing_orders import order_view, orders_table
    from testigo.wire import to_json

    if (brief is not None or annex) and (brief is None or order is None or names not in ("initials", "full")):
        raise BadInput(
            "a brief is about one order, with names as initials or full",
            "testigo orders 1 --brief order-1.pdf",
        )
    with unlock(casebook) as book:
        if not kept or book.derived_run(door.STAGE) is None:
            door.confront(book)
        found = None if order is None else door.order_of(book, str(order))
        if order is not None and found is None:
            raise BadInput(f"there is no order {order} in this casebook", "testigo orders lists them")
        if found is not None:
            if brief is not None:
                write_brief(book, found, brief, names, annex=annex)
                return
            if trend is not None:
                put_change(trend_asked(book, found, trend), as_json=as_json)
                return
            practices = door.practices_of(book, found)
            if as_json:
                put_json({"order": to_json(found), "practices": [to_json(p) for p in practices]})
            else:
                put_rich(order_view(found, practices))
            return
        everything = door.all_orders(book)
        tallies = [tally for one in everything for tally in door.tallies_of(book, one.key)]
    if as_json:
        put_json([to_json(one) for one in everything])
    else:
        put_rich(orders_table(everything, tallies))


def trend_asked(book: Casebook, order: Order, number: int) -> Change:
    """Whether numbers changed after an order, for what a clause of it is about. Errors: BadInput, Refused."""
    from testigo.estimating.asking import asked_of
    from testigo.estimating.estimate import estimate as estimated
    from testigo.trend import Options

    clause = next((c for c in order.clauses if c.number == number), None)
    if clause is None:
        raise BadInput(f"order {order.key} has no clause {number}", f"testigo orders {order.key} lists them")
    return estimated(book, asked_of(order, clause), Options(seed=settings.number("estimate_seed")))


def write_brief(book: Casebook, order: Any, target: Path, names: str, *, annex: bool) -> None:
    """Write the brief of an order into a new file, by the ending of its name. Errors: BadInput, Missing."""
    from testigo.casebook.setup import configure
    from testigo.desk.site import options

    configure(options())
    from django.utils import translation

    from testigo.desk.brief.file import file_of

    with translation.override("en"):
        made = file_of(book, order, target.suffix.removeprefix(".").lower(), "en", names, annex=annex)
    if made is None:
        raise BadInput(
            f"{target.name} ends neither in .html nor in .pdf", "name the file by what it is to be"
        )
    if target.exists():
        raise BadInput(f"{target} is there already", "give another name, or move it away")
    target.write_bytes(made[0])
    say(f"wrote {target}")


@app.command(epilog="Example: testigo verify --held checkpoint-of-march.txt")
def verify(
    casebook: CasebookDir = DEFAULT, as_json: AsJson = False, quiet: Quiet = False,
    held: Annotated[list[Path] | None, typer.Option(metavar="FILE", help="A checkpoint that was given away earlier.")] = None,
    save: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the signed checkpoint of now, to give away.")] = None,
    go_on: Annotated[bool, typer.Option("--go-on", help="Last resort without a backup: accept that the last commits are lost.")] = False,
) -> None:  # fmt: skip
    """Check every original, text, row, entry and signature, and name exactly what is damaged."""
    notes = [text_of(path) for path in held or ()]
    secret = secret_of(casebook)
    if go_on:
        accept_loss(casebook, secret)
    result = verified(casebook, secret, notes, quiet=quiet)
    if save is not None and not result.damages:
        write_new(save, result.checkpoint)
    if as_json:
        put_json({"checked": dict(result.counts), "checkpoint": result.checkpoint,
                  "damages": [{"kind": d.kind, "what": d.what, "why": d.why} for d in result.damages],
                  "notes": list(result.notes), "limits_in_force": dict(result.in_force)})  # fmt: skip
    else:
        from testigo.printing import verified_view

        put_rich(verified_view(result.counts, [str(d) for d in result.damages], result.checkpoint))
        for note in (*result.notes, *(f"parsers ran with {name}: {what}" for name, what in result.in_force)):
            say(f"note: {note}")
    if result.damages:
        raise typer.Exit(4)


@app.command(epilog="Example: testigo desk --casebook cases/border")
def desk(casebook: CasebookDir = DEFAULT, port: Port = None) -> None:
    """Serve the casebook to your browser, on this machine only, until Ctrl-C."""
    with unlock(casebook) as book:
        serve_desk(book, port)


def serve_desk(book: Casebook, port: int | None) -> None:
    """Serve until Ctrl-C."""
    from testigo.desk.serve import serve

    serve(book, port=settings.number("port") if port is None else port)


def put_report(stored: Any, *, as_json: bool) -> None:
    """One stored report with its reading in force."""
    from testigo.claim import Reading
    from testigo.wire import reading_to_json

    reading = stored.reading.reading if stored.reading else Reading("", "", "", None, notes=("not read yet",))
    if as_json:
        put_json({"id": stored.id, **reading_to_json(stored.report, reading)})
        return
    from testigo.printing import reading_view

    put_rich(reading_view(stored.report, reading, number=stored.id))


@app.callback(invoke_without_command=True)
def about(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False,
) -> None:
    """Print the version, or nothing."""
    if version:
        put(f"testigo {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        put(context.get_help())


def main() -> None:
    """Run a command; an error becomes its message, its hint and its exit code."""
    with errors_told():
        app()
