"""Paragraphs and tables gathered into lines, whatever format they come from."""


class Blocks:
    """Gathers text into lines; a table's row is one line, its cells parted by tabs.

    A row with a cell of several paragraphs is a layout rather than a table: its cells follow one
    another, each paragraph on its own line.
    """

    def __init__(self) -> None:
        self._words: list[str] = []
        self._sinks: list[list[str]] = [[]]
        self._rows: list[list[list[str]]] = []
        self._aside: list[str] = []
        self._interrupted: list[list[str]] = []

    def add(self, text: str) -> None:
        """Add text to the paragraph that is being gathered."""
        self._words.append(text)

    @property
    def is_blank(self) -> bool:
        """Tell whether the paragraph that is being gathered has nothing yet."""
        return not any(piece.strip() for piece in self._words)

    @property
    def ends_with_blank(self) -> bool:
        """Tell whether a further blank would say nothing."""
        return not self._words or self._words[-1][-1:].isspace()

    def end_paragraph(self) -> None:
        """End the paragraph, if there is one."""
        text = "".join(self._words).strip()
        self._words = []
        if text:
            self._sinks[-1].append(text)

    def begin_row(self) -> None:
        self.end_paragraph()
        self._rows.append([])

    def begin_cell(self) -> None:
        self.end_paragraph()
        self._sinks.append([])

    def end_cell(self) -> None:
        self.end_paragraph()
        cell = self._sinks.pop()
        self._rows[-1].append(cell)

    def end_row(self) -> None:
        self.end_paragraph()
        cells = self._rows.pop()
        if any(len(cell) > 1 for cell in cells):
            self._sinks[-1] += (line for cell in cells for line in cell)
        elif any(cells):
            lines = (" ".join(cell).replace("\n", " ") for cell in cells)
            self._sinks[-1].append("\t".join(lines).rstrip("\t"))

    def begin_aside(self) -> None:
        """Begin a note or box, which will stand at the end and not cut its sentence in two."""
        self._interrupted.append(self._words)
        self._words = []
        self._sinks.append([])

    def end_aside(self) -> None:
        self.end_paragraph()
        self._aside += self._sinks.pop()
        self._words = self._interrupted.pop()

    def text(self) -> str:
        """Return all lines, notes last."""
        self.end_paragraph()
        return "\n".join([*self._sinks[0], *self._aside])
