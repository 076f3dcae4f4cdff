"""Guide → the player: a page that leads through a sheet, exercise by exercise, and keeps the time."""
