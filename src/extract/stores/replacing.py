"""How staged articles take the place of the old ones, in SQL that every database here understands."""

from __future__ import annotations

from collections.abc import Sequence

from extract.stores.columns import ARTICLES, TABLES, Table
from extract.stores.errors import StoreError
from extract.stores.layout import Execute, listed, quoted


def staged(table: Table) -> str:
    """Where the rows of a table wait."""
    return f"staged_{table.name}"


def old_articles(*, only: bool) -> str:
    """A query for the ids that are replaced: articles of the sources that the run has, or with `only` every one."""
    old = f"SELECT article_id FROM {quoted(ARTICLES.name)}"
    return old if only else f"{old} WHERE source_id IN (SELECT source_id FROM {quoted(staged(ARTICLES))})"


def refuse_repeats(execute: Execute) -> None:
    """Raises StoreError where two staged rows share their key."""
    for table in TABLES:
        if not table.key:
            continue
        key = listed(table.key)
        for found in execute(f"SELECT {key} FROM {quoted(staged(table))} GROUP BY {key} HAVING count(*) > 1 LIMIT 1"):
            raise StoreError("damaged_run", f"the run has {', '.join(map(str, found))} twice in {table.name}")


def count_removed(execute: Execute, *, only: bool) -> int:
    """How many articles of the store the run no longer has, though it has their source (or, with `only`, at all)."""
    gone = f"SELECT count(*) FROM ({old_articles(only=only)}) old WHERE article_id NOT IN"
    return int(execute(f"{gone} (SELECT article_id FROM {quoted(staged(ARTICLES))})")[0][0])


def delete_and_insert(table: Table, *, only: bool) -> Sequence[str]:
    """Old rows out, staged rows in."""
    name, names = quoted(table.name), listed(table.names)
    return (
        f"DELETE FROM {name} WHERE article_id IN ({old_articles(only=only)})",
        f"INSERT INTO {name} ({names}) SELECT {names} FROM {quoted(staged(table))}",
    )


def upsert(table: Table, *, only: bool) -> Sequence[str]:
    """Old rows out that are not staged, staged rows in; a row that is as it was is not written again."""
    name, names, wait = quoted(table.name), listed(table.names), quoted(staged(table))
    same = " AND ".join(f"{wait}.{quoted(part)} = {name}.{quoted(part)}" for part in table.key)
    others = [part for part in table.names if part not in table.key]
    changes = ", ".join(f"{quoted(part)} = excluded.{quoted(part)}" for part in others)
    delete = f"DELETE FROM {name} WHERE article_id IN ({old_articles(only=only)})"
    insert = f"INSERT INTO {name} ({names}) SELECT {names} FROM {wait} ON CONFLICT ({listed(table.key)})"
    changed = f"({listed(others, name + '.')}) IS DISTINCT FROM ({listed(others, 'excluded.')})"
    return (
        f"{delete} AND NOT EXISTS (SELECT 1 FROM {wait} WHERE {same})",
        f"{insert} DO UPDATE SET {changes} WHERE {changed}",
    )


TABLES_IN_ORDER: Sequence[Table] = (*(table for table in TABLES if table is not ARTICLES), ARTICLES)
"""Articles last: the others look up there which articles they replace."""
