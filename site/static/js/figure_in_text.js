/* In the editor's window: chooses a figure of the register and puts its name into the sentence. */
(() => {
  const { draftail, React } = window;

  class FigureSource extends draftail.ModalWorkflowSource {
    getChooserConfig() {
      return {
        url: this.props.entityType.chooserUrls.figureChooser,
        urlParams: {},
        onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: { chosen: this.onChosen },
      };
    }

    filterEntityData(data) {
      return { id: data.id, string: data.string };
    }
  }

  const FigureName = (props) => {
    const { string } = props.contentState.getEntity(props.entityKey).getData();
    const icon = React.createElement(window.wagtail.components.Icon, { name: "decimal" });
    return React.createElement("span", { title: string, className: "figure-name" }, icon, props.children);
  };

  draftail.registerPlugin({ type: "FIGURE", source: FigureSource, decorator: FigureName });
})();
