"""The blocks an editor chooses from."""

from django.apps import apps
from wagtail.blocks import Block, ListBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField


def offered() -> list[Block]:
    """What every stream of every model offers, however deep; one of each class and name."""
    found: dict[tuple[type, str], Block] = {}
    for model in apps.get_models():
        if model.__module__.startswith(("cluster.", "directory.", "events.", "resources.")):
            for field in model._meta.local_fields:
                if isinstance(field, StreamField):
                    collect(field.stream_block, found)
    return list(found.values())


def collect(block: Block, found: dict) -> None:
    children = []
    if isinstance(block, StreamBlock | StructBlock):
        children = list(block.child_blocks.values())
    if isinstance(block, ListBlock):
        children = [block.child_block]
    for child in children:
        if isinstance(block, StreamBlock):
            found.setdefault((type(child), child.name), child)
        collect(child, found)
