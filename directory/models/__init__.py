from .contact import ContactMessage, ContactReply, DirectReply, ReportedMessage
from .credit import WorkCredit
from .figures import FiguresPage
from .following import FollowedList
from .imported import DeclinedInvitation, ProfileImport, ProfileOrigin
from .listing import ListingTerm, ProfileListing, SearchWord, TermBits
from .outcome import Answer, ContactOutcome, DeclinedQuestion, OutcomeQuestion
from .pages import DirectoryPage
from .profile import ProfileLink, ProfilePage, ProfileSkill, ProfileText, Realisation, TeamMember
from .review import LaterEdit, ProfileReview
from .vocabulary import Branch, FormerSkill, Skill

__all__ = [
    "Answer",
    "Branch",
    "ContactMessage",
    "ContactOutcome",
    "ContactReply",
    "DeclinedInvitation",
    "DeclinedQuestion",
    "DirectReply",
    "DirectoryPage",
    "FiguresPage",
    "FollowedList",
    "FormerSkill",
    "LaterEdit",
    "ListingTerm",
    "OutcomeQuestion",
    "ProfileImport",
    "ProfileLink",
    "ProfileListing",
    "ProfileOrigin",
    "ProfilePage",
    "ProfileReview",
    "ProfileSkill",
    "ProfileText",
    "Realisation",
    "ReportedMessage",
    "SearchWord",
    "Skill",
    "TeamMember",
    "TermBits",
    "WorkCredit",
]
