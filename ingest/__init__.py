"""From files to reports in the graph: open, read, file, save."""
