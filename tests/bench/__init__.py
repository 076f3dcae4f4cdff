"""What takes how long, measured in one run: ``make bench``."""
