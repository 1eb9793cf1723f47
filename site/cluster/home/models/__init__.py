from .free import FreePage
from .home import HomePage
from .news import NewsIndexPage, NewsPage

__all__ = ["FreePage", "HomePage", "NewsIndexPage", "NewsPage"]
