"""`resources/content` turned into domain objects, with the checks of the content itself."""
