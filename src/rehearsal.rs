//! The example, checked and drawn once where nobody sees it, while the page has nothing else to do.
//! What a browser does only the first time (compiling functions, finding fonts, working out styles)
//! is then done before somebody waits for it: the findings come in half the time.

use std::rc::Rc;

use doors::{Input, Request};
use embed::{Checker, EXAMPLE};
use nianbao::outcome::Outcome;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::page::{Page, use_page};
use crate::state::{Answer, Asked, Entry, EntryId, LastYear, RuleSettings};
use crate::view::ReportView;
use crate::waiting::{idle, painted};

#[derive(Properties, PartialEq)]
pub struct RehearsalProps {
    /// What checks the example.
    pub checker: Checker,
    /// Whether nobody waits for anything yet.
    pub idle: bool,
}

/// The rehearsal: one, and none where somebody is quicker.
#[component]
pub fn Rehearsal(props: &RehearsalProps) -> Html {
    let page = use_page();
    let example = use_state(|| None::<Rc<Entry>>);
    {
        let (checker, example) = (props.checker.clone(), example.setter());
        use_effect_with((), move |()| {
            spawn_local(async move {
                if let Some(entry) = checked_example(&checker).await {
                    idle().await;
                    example.set(Some(entry));
                    // The findings come first, then the sheet.
                    painted().await;
                    painted().await;
                    example.set(None);
                }
            });
        });
    }
    let Some(entry) = (*example).clone().filter(|_| props.idle) else { return Html::default() };
    let page = Page { happen: Callback::noop(), settings: RuleSettings::default(), ..page };
    html! {
        <div class="rehearsal" aria-hidden="true">
            <ContextProvider<Page> context={page}>
                <ReportView {entry} reports={1} asking=false last_year={LastYear::None} />
            </ContextProvider<Page>>
        </div>
    }
}

/// The example with its answer; none where checking breaks down.
async fn checked_example(checker: &Checker) -> Option<Rc<Entry>> {
    let input = Input::Text(EXAMPLE.to_owned());
    let request = Request::new(input.clone());
    let language = request.language;
    let Ok(Outcome::Checked(checked)) = checker.check(request).await else { return None };
    let mut entry = Entry::new(EntryId::default(), input);
    let asked = Asked { version: entry.version, language, previous: None, settings: 0 };
    entry.answer(asked, Answer::Checked(Rc::from(checked)), None, None);
    Some(Rc::new(entry))
}
