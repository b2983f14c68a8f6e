"""Building parts shared by pages. They know the look, not the business."""
