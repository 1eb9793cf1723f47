from .contact import ContactMessage, ContactReply, ReportedMessage
from .listing import ListingTerm, ProfileListing, SearchWord
from .pages import DirectoryPage
from .profile import ProfileLink, ProfilePage, ProfileSkill, ProfileText, Realisation, TeamMember
from .review import LaterEdit, ProfileReview
from .vocabulary import Branch, Skill

__all__ = [
    "Branch",
    "ContactMessage",
    "ContactReply",
    "DirectoryPage",
    "LaterEdit",
    "ListingTerm",
    "ProfileLink",
    "ProfileListing",
    "ProfilePage",
    "ProfileReview",
    "ProfileSkill",
    "ProfileText",
    "Realisation",
    "ReportedMessage",
    "SearchWord",
    "Skill",
    "TeamMember",
]
