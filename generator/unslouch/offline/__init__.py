"""A guide without a network: kept on a device by a service worker, installed as an app, or opened from a disk."""
