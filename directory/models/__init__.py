from .contact import ContactMessage
from .listing import ListingTerm, ProfileListing, SearchWord
from .pages import DirectoryPage
from .profile import ProfileLink, ProfilePage, ProfileSkill, ProfileText, Realisation, TeamMember
from .vocabulary import Branch, Skill

__all__ = [
    "Branch",
    "ContactMessage",
    "DirectoryPage",
    "ListingTerm",
    "ProfileLink",
    "ProfileListing",
    "ProfilePage",
    "ProfileSkill",
    "ProfileText",
    "Realisation",
    "SearchWord",
    "Skill",
    "TeamMember",
]
