"""Writes what `gold/dev` says of each rule: `knowledge/confidence.tsv`, from a run over the corpus.

python -m tools.confidence RUN_DIR            write
python -m tools.confidence RUN_DIR --check    say whether it differs, and exit with 1 if it does
"""

from __future__ import annotations

import sys
from pathlib import Path

from extract.evaluation import confidence_table, evaluate
from extract.loading import Knowledge, load_rules, rule_files

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "gold" / "dev"
TABLE = ROOT / "src" / "extract" / "knowledge" / "confidence.tsv"


def generated(run_dir: Path) -> str:
    """The table that a run over the corpus gives."""
    knowledge = Knowledge()
    rules = load_rules(rule_files(), knowledge.yaml("words"), knowledge.yaml("patterns"))
    return confidence_table(evaluate(GOLD, run_dir), [rule.id for rule in rules])


def main(arguments: list[str]) -> int:
    """Write the table, or with `--check` only compare."""
    run_dir, *options = arguments
    content = generated(Path(run_dir))
    if "--check" not in options:
        TABLE.write_text(content, "utf-8")
    elif not TABLE.exists() or TABLE.read_text("utf-8") != content:
        print(f"{TABLE.relative_to(ROOT)} is not what `make confidence` writes")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
