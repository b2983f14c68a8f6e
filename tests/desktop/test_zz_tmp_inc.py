import sys; sys.path.insert(0,'/work/main')
from tests.desktop.test_accessibility import *
from tests.desktop.conftest import *
@pytest.mark.parametrize("language", ["zh", "en"])
def test_inc(screens, language):
    laid=screens(language)
    laid.ways_all=laid.ways
    ways={k:v for k,v in laid.ways().items() if k.startswith('incident')}
    laid.ways=lambda: ways
    typed = (*own_words(laid.check), *SAID_IN_CHINESE, *TYPED)
    found = [f"{name}: {fault}" for name in laid for fault in all_faults(laid.window, language, typed)]
    assert not found, "\n".join(found)
