# What type checkers see of the package: `__init__.py` loads these when they are first used.
from .api import AudioPart as AudioPart
from .api import BuildReport as BuildReport
from .api import Filters as Filters
from .api import Hit as Hit
from .api import Hits as Hits
from .api import ImagePart as ImagePart
from .api import Index as Index
from .api import IndexInfo as IndexInfo
from .api import Label as Label
from .api import PlacePart as PlacePart
from .api import ProfilePart as ProfilePart
from .api import Query as Query
from .api import SourceOptions as SourceOptions
from .api import TextPart as TextPart
from .api import TilePart as TilePart
from .api import UserError as UserError
from .api import build_index as build_index
from .api import open_index as open_index

__all__: list[str]
__version__: str
PROGRAM: str
