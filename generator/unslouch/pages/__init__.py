"""The guide as Markdown pages. Pure: path → text; what to do with them is the caller's business."""
