"""An earlier run: what of it still holds, and where in its files that stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from extract.batch.errors import RefusedError
from extract.batch.shard import CopyItem, FileItem, Item
from extract.locations import Location
from extract.records.manifest import InputFile, RunManifest
from extract.stores.jsonl import FILES, MANIFEST


@dataclass
class Earlier:
    """The files of an earlier run by source_id, and how the inputs of this run compare with them."""

    folder: Path
    files: Mapping[str, tuple[InputFile, Mapping[str, tuple[int, int]]]]
    usable: bool
    """Whether program and options are those of this run: else nothing is copied."""
    compared: Counter[str] = field(default_factory=Counter)
    _met: set[str] = field(default_factory=set)

    def reuse(self, item: FileItem) -> Item:
        """The file, or a copy of what the earlier run has of it."""
        source_id = item.found.source_id
        known = self.files.get(source_id)
        if known is None:
            self.compared["new"] += 1
            return item
        self._met.add(source_id)
        file, places = known
        same = file.sha256 == item.sha256
        self.compared["unchanged" if same else "changed"] += 1
        if not (same and self.usable and _certain(file)):
            return item
        self.compared["copied"] += 1
        return CopyItem(item, self.folder, places, file.counts)

    def vanished(self) -> Iterator[str]:
        """The source_ids of the files that this run did not meet; to be asked at its end."""
        for source_id, (file, _) in self.files.items():
            if file.sha256 is not None and source_id not in self._met:
                yield source_id


def _certain(file: InputFile) -> bool:
    """Whether the file gave what it always gives: a refused source may be read today."""
    return not file.counts.get("rejected sources", 0)


def read_manifest(folder: Location) -> RunManifest:
    """The manifest of a finished run. Raises RefusedError where there is none."""
    try:
        return RunManifest.model_validate_json((folder / MANIFEST).read_bytes())
    except FileNotFoundError:
        raise RefusedError(f"{folder} holds no finished run: {MANIFEST} is missing") from None
    except (OSError, ValidationError) as error:
        raise RefusedError(f"{folder}: {error}") from None


def read_earlier(folder: Path, program: str, options: Mapping[str, object]) -> Earlier:
    """The finished run in a folder. Raises RefusedError where there is none, or its files are not what it wrote."""
    manifest = read_manifest(folder)
    try:
        sizes = {name: (folder / name).stat().st_size for name in FILES}
    except OSError as error:
        raise RefusedError(f"{folder} holds no finished run: {error}") from None
    at = dict.fromkeys(FILES, 0)
    files: dict[str, tuple[InputFile, Mapping[str, tuple[int, int]]]] = {}
    for file in manifest.inputs:
        places = {name: (at[name], file.lengths.get(name, 0)) for name in FILES}
        if file.sha256 is not None:
            files[file.source_id] = file, places
        at = {name: at[name] + length for name, (_, length) in places.items()}
    if at != sizes:
        raise RefusedError(f"{folder}: its files are not as long as its run.json says")
    return Earlier(folder, files, (manifest.program or "") == program and dict(manifest.options) == dict(options))
