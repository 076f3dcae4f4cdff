"""An author's files → a checked :class:`~unslouch.content.library.Library`, or every problem in them with its place."""
