"""What any program of this kind needs: kept work, all cores, templates. Knows nothing of exercises."""
