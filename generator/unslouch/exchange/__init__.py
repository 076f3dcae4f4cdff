"""What other programs hold and read: exercises from their files to an author's, and an author's as data for them."""
