"""`extract explain --record ID RUN_DIR`: how one record of a run came about."""

from __future__ import annotations

from pathlib import Path

from extract.commands.console import out, usage


def show_record(record_id: str, run_dir: Path, texts: Path | None, rules: Path | None, knowledge: Path | None) -> None:
    """Print the story of a record; a run, a record or a text that is not there is a usage error."""
    from extract.assembly import checker
    from extract.evaluation.runs import RunError, read_run
    from extract.explain import Sources, explain_record
    from extract.loading import Knowledge, KnowledgeError, load_rules, rule_files

    try:
        known = Knowledge(knowledge)
        loaded = load_rules(rule_files(rules), known.yaml("words"), known.yaml("patterns"))
        measured = {row["rule"]: (int(row["records"]), int(row["right"])) for row in known.table("confidence.tsv")}
        sources = Sources({rule.id: rule for rule in loaded}, measured, checker(known))
        for part in explain_record(read_run(run_dir, texts), record_id, sources):
            out.print(part)
    except (RunError, KnowledgeError) as error:
        usage(str(error))
