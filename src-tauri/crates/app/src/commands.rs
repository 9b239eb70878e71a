//! The list of commands: one table from which the window's handlers and the TypeScript are made, so that none can be
//! forgotten on either side.

/// Hands the whole table of commands to another macro: `name(argument: Type, …) -> Result { expression over office }`.
#[macro_export]
macro_rules! with_commands {
    ($give:ident) => {
        $give! {
            front_door() -> FrontDoor |office| { $crate::front_door(office) }
            suggest_password() -> String |office| { $crate::suggest_password(office) }
            judge_password(password: String, school: String, name: String) -> PasswordJudgement |office| {
                $crate::judge_password(office, &password, &school, &name)
            }
            create_vault(form: CreateVault) -> Created |office| { $crate::create_vault(office, form) }
            open_practice() -> Session |office| { $crate::open_practice(office) }
            open_vault(user: String, password: String) -> Session |office| {
                $crate::open_vault(office, &user, &password)
            }
            accept_invitation(user: String, code: String, password: String) -> Created |office| {
                $crate::accept_invitation(office, &user, &code, &password)
            }
            recover_vault(user: String, words: Vec<String>, password: String) -> Session |office| {
                $crate::recover_vault(office, &user, &words, &password)
            }
            session() -> Session |office| { $crate::session(office) }
            still_here() -> () |office| { $crate::still_here(office) }
            lists() -> Lists |office| { $crate::lists(office) }
            routing(route: Route, people: Vec<PersonInConcern>) -> Routing |office| {
                $crate::routing(office, route, &people)
            }
            understand_when(text: String) -> When |office| { $crate::understand_when(office, &text) }
            understand_moment_ahead(text: String) -> When |office| { $crate::understand_moment_ahead(office, &text) }
            understand_day_ahead(text: String) -> When |office| { $crate::understand_day_ahead(office, &text) }
            writing_hints(form: ConcernForm) -> Vec<WritingHint> |office| { $crate::writing_hints(office, &form) }
            record_concern(form: ConcernForm) -> Done<Recorded> |office| { $crate::record_concern(office, form) }
            amend_concern(form: ConcernForm) -> Done<Recorded> |office| { $crate::amend_concern(office, form) }
            may_belong(pupil: String) -> Vec<UnlinkedConcern> |office| { $crate::may_belong(office, &pupil) }
            link_person(concern: String, at: u32, name: String, whom: String) -> Done<Recorded> |office| {
                $crate::link_person(office, &concern, at, &name, &whom)
            }
            concerns(filter: ConcernFilter) -> ConcernPage |office| { $crate::concerns(office, filter) }
            concern(id: String) -> ConcernView |office| { $crate::concern(office, &id) }
            begin_file(
                name: String,
                size: Size,
                media: String,
                source: Option<String>,
                indecent_image: String,
                for_purpose: String
            ) -> Began |office| {
                $crate::begin_file(
                    office,
                    $crate::BeginFile { name, size: size.0, media, source, indecent_image, for_purpose },
                )
            }
            finish_file(token: String) -> TakenIn |office| { $crate::finish_file(office, &token) }
            drop_file(token: String) -> () |office| { $crate::drop_file(office, &token) }
            attach_files(concern: String, tokens: Vec<String>, indecent_image: String) -> Done<()> |office| {
                $crate::attach_files(office, &concern, &tokens, &indecent_image)
            }
            open_drawn(id: String) -> FileOpened |office| { $crate::open_drawn(office, &id) }
            open_file(id: String) -> FileOpened |office| { $crate::open_file(office, &id) }
            file_text(token: String) -> TextShown |office| { $crate::file_text(office, &token) }
            close_file(token: String) -> () |office| { $crate::close_file(office, &token) }
            hide_file(form: HideForm) -> Done<()> |office| { $crate::hide_file(office, form) }
            bring_in_paper(number: String) -> PaperFound |office| { $crate::bring_in_paper(office, &number) }
            keep_draft(form: ConcernForm) -> KeptDraft |office| { $crate::keep_draft(office, form) }
            keep_addition(form: AdditionDraft) -> KeptDraft |office| { $crate::keep_addition(office, form) }
            drafts() -> Vec<DraftView> |office| { $crate::drafts(office) }
            drop_draft(id: String) -> Done<()> |office| { $crate::drop_draft(office, &id) }
            find(query: String, filter: FindFilter) -> Found |office| { $crate::find(office, &query, filter) }
            pupils(query: String, left: bool, after: u32) -> PupilPage |office| {
                $crate::pupils(office, &query, left, after)
            }
            pupil(id: String) -> PupilView |office| { $crate::pupil(office, &id) }
            chronology(pupil: String, filter: ChronologyFilter) -> ChronologyView |office| {
                $crate::chronology(office, &pupil, filter)
            }
            body_drawing(build: String) -> BodyDrawing |office| { $crate::body_drawing(office, &build) }
            body_build(people: Vec<PersonInConcern>) -> Option<String> |office| {
                $crate::body_build(office, &people)
            }
            all_marks(pupil: String) -> AllMarks |office| { $crate::all_marks(office, &pupil) }
            add_to_case(concern: String, form: CaseForm) -> Done<()> |office| {
                $crate::add_to_case(office, &concern, form)
            }
            set_buildup_aside(form: SetAsideForm) -> Done<()> |office| { $crate::set_buildup_aside(office, form) }
            guidance_list() -> Vec<GuideLine> |office| { $crate::guidance_here(office) }
            flow(id: String) -> FlowView |office| { $crate::flow(office, &id) }
            flow_diagram(flow: String, walk: Option<String>) -> DiagramView |office| {
                $crate::flow_diagram(office, &flow, walk.as_deref())
            }
            walks() -> Vec<WalkRow> |office| { $crate::walks(office) }
            walk(id: String) -> WalkView |office| { $crate::walk(office, &id) }
            begin_walk(flow: String, concern: Option<String>) -> Done<String> |office| {
                $crate::begin_walk(office, &flow, concern.as_deref())
            }
            take_step(form: WalkForm) -> Done<()> |office| { $crate::take_step(office, form) }
            go_back(walk: String, node: String) -> Done<()> |office| { $crate::go_back(office, &walk, &node) }
            keep_walk_note(walk: String, node: String, draft: StepDraft) -> () |office| {
                $crate::keep_walk_note(office, &walk, &node, draft)
            }
            stop_walk(walk: String, reason: String) -> Done<()> |office| {
                $crate::stop_walk(office, &walk, &reason)
            }
            whose(concern: String) -> Vec<Choice> |office| { $crate::whose(office, &concern) }
            put_walk(walk: String, concern: String, reason: String) -> Done<()> |office| {
                $crate::put_walk(office, &walk, &concern, &reason)
            }
            checklists(concern: Option<String>) -> Vec<ChecklistRow> |office| {
                $crate::checklists(office, concern.as_deref())
            }
            checklist_page(list: String) -> ChecklistView |office| { $crate::checklist_page(office, &list) }
            checklist(id: String) -> ChecklistView |office| { $crate::checklist(office, &id) }
            begin_checklist(list: String, concern: Option<String>) -> Done<String> |office| {
                $crate::begin_checklist(office, &list, concern.as_deref())
            }
            answer(form: AnswerForm) -> Done<()> |office| { $crate::answer(office, form) }
            keep_answer(checklist: String, item: String, answer: Vec<String>) -> () |office| {
                $crate::keep_answer(office, &checklist, &item, answer)
            }
            sent_checklist(form: SentForm) -> Done<()> |office| { $crate::sent_checklist(office, form) }
            drop_checklist(checklist: String, reason: String) -> Done<()> |office| {
                $crate::drop_checklist(office, &checklist, &reason)
            }
            reopen_checklist(checklist: String, went: bool, reason: String) -> Done<()> |office| {
                $crate::reopen_checklist(office, &checklist, went, &reason)
            }
            put_checklist(checklist: String, concern: String, reason: String) -> Done<()> |office| {
                $crate::put_checklist(office, &checklist, &concern, &reason)
            }
            edit_page(kind: String, id: String) -> EditView |office| { $crate::edit_page(office, &kind, &id) }
            keep_page_draft(draft: PageDraft) -> () |office| { $crate::keep_page_draft(office, draft) }
            drop_page_draft(kind: String, id: String) -> () |office| { $crate::drop_page_draft(office, &kind, &id) }
            check_flow_edit(form: FlowForm) -> EditChecked |office| { $crate::check_flow_edit(office, form) }
            check_checklist_edit(form: ChecklistForm) -> EditChecked |office| {
                $crate::check_checklist_edit(office, form)
            }
            check_matrix_edit(form: MatrixForm) -> EditChecked |office| { $crate::check_matrix_edit(office, form) }
            save_matrix_edit(form: MatrixForm, reason: String) -> Done<()> |office| {
                $crate::save_matrix_edit(office, form, &reason)
            }
            check_register_edit(form: RegisterForm) -> EditChecked |office| {
                $crate::check_register_edit(office, form)
            }
            save_register_edit(form: RegisterForm, reason: String) -> Done<String> |office| {
                $crate::save_register_edit(office, form, &reason)
            }
            put_away_register(id: String, away: bool, reason: String) -> Done<()> |office| {
                $crate::put_away_register(office, &id, away, &reason)
            }
            save_flow_edit(form: FlowForm, reason: String) -> Done<()> |office| {
                $crate::save_flow_edit(office, form, &reason)
            }
            save_checklist_edit(form: ChecklistForm, reason: String) -> Done<()> |office| {
                $crate::save_checklist_edit(office, form, &reason)
            }
            go_back_page(kind: String, id: String, entry: Option<String>, reason: String) -> Done<()> |office| {
                $crate::go_back_page(office, &kind, &id, entry.as_deref(), &reason)
            }
            compare_pages(kind: String, id: String, before: String, after: String) -> Vec<PageChange> |office| {
                $crate::compare_pages(office, &kind, &id, &before, &after)
            }
            contacts() -> Vec<ContactLine> |office| { $crate::contacts(office) }
            changes() -> Vec<ChangeLine> |_office| { $crate::changes() }
            matrix(id: String) -> MatrixView |office| { $crate::matrix(office, &id) }
            registers() -> Vec<RegistersGroup> |office| { $crate::registers(office) }
            register(id: String, after: Option<String>) -> RegisterView |office| {
                $crate::register(office, &id, after.as_deref())
            }
            register_line(register: String, line: Option<String>, concern: Option<String>) -> LineView |office| {
                $crate::register_line(office, &register, line.as_deref(), concern.as_deref())
            }
            preview_bundle(select: BundleSelect) -> BundlePreview |office| { $crate::preview_bundle(office, select) }
            bundle_key(number: String) -> BundleKey |office| { $crate::bundle_key(office, &number) }
            preview_redaction(select: BundleSelect, redact: BundleRedact) -> RedactionPreview |office| { $crate::preview_redaction(office, &select, &redact) }
            kept_bundle(select: BundleSelect) -> Option<BundleKept> |office| { $crate::kept_bundle(office, &select) }
            keep_bundle(spec: BundleSpec) -> KeptDraft |office| { $crate::keep_bundle(office, spec) }
            access_requests() -> Vec<AccessRow> |office| { $crate::access_requests(office) }
            access_request(id: String) -> AccessView |office| { $crate::access_request(office, &id) }
            access_sheet(form: AccessForm) -> AccessSheetView |office| { $crate::access_sheet(office, form) }
            write_access(form: AccessForm) -> Done<String> |office| { $crate::write_access(office, form) }
            preview_access(id: String, redact: BundleRedact) -> RedactionPreview |office| { $crate::preview_access(office, &id, &redact) }
            keep_access(form: AccessForm) -> KeptDraft |office| { $crate::keep_access(office, form) }
            concern_numbered(number: String) -> Option<LineConcern> |office| { $crate::concern_numbered(office, &number) }
            write_line(form: LineForm) -> Done<String> |office| { $crate::write_line(office, form) }
            keep_line_draft(form: LineForm) -> KeptDraft |office| { $crate::keep_line_draft(office, form) }
            agreements() -> AgreementsView |office| { $crate::agreements(office) }
            agreement(id: String) -> AgreementView |office| { $crate::agreement(office, &id) }
            class_counts(register: String) -> Vec<ClassCount> |office| { $crate::class_counts(office, &register) }
            class_lines(register: String, class: String) -> ClassLines |office| {
                $crate::class_lines(office, &register, &class)
            }
            begin_several(agreement: Option<String>) -> SeveralView |office| {
                $crate::begin_several(office, agreement.as_deref())
            }
            several_until(agreement: Option<String>, kind: String, on: String) -> Option<String> |office| {
                $crate::several_until(office, agreement.as_deref(), &kind, &on)
            }
            keep_several(form: SeveralForm) -> KeptDraft |office| { $crate::keep_several(office, form) }
            write_several(form: SeveralForm) -> Done<SeveralWritten> |office| { $crate::write_several(office, form) }
            who_read() -> WhoReadView |office| { $crate::who_read(office) }
            routes() -> Vec<RouteLine> |_office| { $crate::routes() }
            deadlines(what: String, body: String) -> Vec<DeadlineView> |office| {
                $crate::deadlines(office, &what, &body)
            }
            count_due(due: DueForm) -> CountedView |office| { $crate::count_due(office, due) }
            today() -> Today |office| { $crate::today(office) }
            preview_alerts(token: String, columns: Option<Vec<Option<String>>>, system: String) -> AlertsPreview |office| {
                $crate::preview_alerts(office, &token, columns, &system)
            }
            take_alerts(token: String, columns: Option<Vec<Option<String>>>, system: String) -> Done<AlertsTaken> |office| {
                $crate::take_alerts(office, &token, columns, &system)
            }
            screen_alert(form: ScreenForm) -> Done<String> |office| { $crate::screen_alert(office, form) }
            look_through(id: String, remarks: String) -> Done<()> |office| { $crate::look_through(office, &id, &remarks) }
            logs_monitored() -> Vec<MonitoredView> |office| { $crate::logs_monitored(office) }
            monitor_log(form: MonitorForm) -> Done<()> |office| { $crate::monitor_log(office, form) }
            inspection(asked: InspectionAsked) -> InspectionView |office| { $crate::inspection(office, &asked) }
            choose_sample(form: SampleForm) -> Done<()> |office| { $crate::choose_sample(office, form) }
            charts(asked: ChartsAsked) -> ChartsView |office| { $crate::charts(office, asked) }
            governor_report(asked: ReportAsked) -> ReportView |office| { $crate::governor_report(office, asked) }
            report_behind(asked: ReportAsked, row: u32) -> Behind |office| { $crate::report_behind(office, asked, row) }
            keep_report(asked: ReportAsked) -> ReportKept |office| { $crate::keep_report(office, asked) }
            release_report(asked: ReportAsked) -> Done<String> |office| { $crate::release_report(office, asked) }
            staff_sheet(from: Option<String>, to: Option<String>) -> StaffSheetView |office| {
                $crate::staff_sheet(office, from, to)
            }
            release_staff_sheet(from: Option<String>, to: Option<String>) -> Done<()> |office| {
                $crate::release_staff_sheet(office, from, to)
            }
            lay_out_paper(asked: PaperAsked) -> PaperShown |office| { $crate::lay_out_paper(office, asked) }
            paper_page(token: String, page: u32) -> String |office| { $crate::paper_page(office, &token, page) }
            keep_handover(draft: HandoverDraft) -> () |office| { $crate::keep_handover(office, draft) }
            kept_handover() -> Option<HandoverDraft> |office| { $crate::kept_handover(office) }
            put_paper_away(token: String) -> () |office| { $crate::put_paper_away(office, &token) }
            save_pupil(form: PupilForm) -> Done<String> |office| { $crate::save_pupil(office, form) }
            save_key_fact(form: KeyFactForm) -> Done<()> |office| { $crate::save_key_fact(office, form) }
            end_key_fact(pupil: String, entry: String, reason: String) -> Done<()> |office| {
                $crate::end_key_fact(office, &pupil, &entry, &reason)
            }
            adults(query: String, after: u32) -> AdultPage |office| { $crate::adults(office, &query, after) }
            adult(id: String) -> AdultView |office| { $crate::adult(office, &id) }
            save_adult(form: AdultForm) -> Done<String> |office| { $crate::save_adult(office, form) }
            around(pupil: String) -> AroundView |office| { $crate::around(office, &pupil) }
            save_tie(form: TieForm) -> Done<()> |office| { $crate::save_tie(office, form) }
            end_tie(pupil: String, entry: String, reason: String) -> Done<()> |office| {
                $crate::end_tie(office, &pupil, &entry, &reason)
            }
            links(pupil: String, names: bool) -> LinksView |office| { $crate::links(office, &pupil, names) }
            twice() -> Vec<TwicePair> |office| { $crate::twice(office) }
            join_records(of: RecordsOf, kept: String, other: String, reason: String) -> Done<()> |office| {
                $crate::join_records(office, of, &kept, &other, &reason)
            }
            part_records(of: RecordsOf, id: String, entry: String, reason: String) -> Done<()> |office| {
                $crate::part_records(office, of, &id, &entry, &reason)
            }
            keep_apart(of: RecordsOf, one: String, other: String) -> Done<()> |office| {
                $crate::keep_apart(office, of, &one, &other)
            }
            kept_apart() -> Vec<ApartPair> |office| { $crate::kept_apart(office) }
            ask_again(of: RecordsOf, one: String, other: String, reason: String) -> Done<()> |office| {
                $crate::ask_again(office, of, &one, &other, &reason)
            }
            online_names(query: String) -> Vec<OnlineName> |office| { $crate::online_names(office, &query) }
            online_name(mark: String) -> Vec<ConcernRow> |office| { $crate::online_name(office, &mark) }
            preview_pupil_list(token: String, columns: Option<Vec<Option<String>>>) -> ListPreview |office| {
                $crate::preview_pupil_list(office, &token, columns)
            }
            take_pupil_list(token: String, columns: Vec<Option<String>>) -> Done<ListTaken> |office| {
                $crate::take_pupil_list(office, &token, Some(columns))
            }
            preview_history(token: String, choices: HistoryChoices) -> HistoryPreview |office| {
                $crate::preview_history(office, &token, choices)
            }
            keep_with_history(original: String, token: String, indecent_image: String) -> Done<()> |office| {
                $crate::keep_with_history(office, &original, &token, &indecent_image)
            }
            take_history(token: String, choices: HistoryChoices) -> Done<HistoryTaken> |office| {
                $crate::take_history(office, &token, choices)
            }
            histories() -> Vec<HistoryView> |office| { $crate::histories(office) }
            vault_facts() -> VaultFacts |office| { $crate::vault_facts(office) }
            invite_person(form: InviteForm) -> Done<Invited> |office| { $crate::invite_person(office, form) }
            close_person(id: String, reason: String) -> Done<()> |office| {
                $crate::close_person(office, &id, &reason)
            }
            add_member(room: String, person: String) -> Done<()> |office| {
                $crate::add_member(office, &room, &person)
            }
            change_password(old: String, new: String) -> () |office| { $crate::change_password(office, &old, &new) }
            rehearse(words: Vec<String>) -> Done<()> |office| { $crate::rehearse(office, &words) }
            categories() -> CategoriesView |office| { $crate::categories(office) }
            save_categories(own: Vec<OwnCategory>, off: Vec<String>) -> Done<()> |office| {
                $crate::save_categories(office, own, off)
            }
            terms() -> TermsView |office| { $crate::terms(office) }
            read_terms(text: String) -> TermsView |office| { $crate::read_terms(office, text) }
            save_terms(text: String) -> Done<()> |office| { $crate::save_terms(office, text) }
            save_settings(settings: SettingsForm) -> Done<()> |office| { $crate::save_settings(office, settings) }
            new_kit(password: String) -> Kit |office| { $crate::new_kit(office, &password) }
            danger_rung(
                at: String,
                log_number: String,
                spoke_to: String,
                child: String,
                withdrawn: bool
            ) -> Option<Done<()>> |office| {
                $crate::danger_rung(office, $crate::Call { at, log_number, spoke_to, child, withdrawn, noted: 0 })
            }
        }
    };
}

/// Commands that the window answers itself: they need a box of the system's, a printer, the clipboard or another thread.
#[macro_export]
macro_rules! with_window_commands {
    ($give:ident) => {
        $give! {
            lock() -> ()
            save_file(id: String) -> Option<String>
            print_paper(token: String) -> Done<()>
            save_paper(token: String, password: Option<String>) -> Done<Option<String>>
            save_register(id: String, from: Option<String>, to: Option<String>, format: SheetFormat) -> Done<Option<String>>
            save_who_read(format: SheetFormat) -> Done<Option<String>>
            save_log(log: LogAsked, format: SheetFormat) -> Done<Option<String>>
            save_report(id: String, format: ReportFormat) -> Done<Option<String>>
            save_shown(id: String) -> Done<Option<String>>
            save_access(id: String, release: String, password: Option<String>) -> Done<Option<String>>
            make_bundle(spec: BundleSpec) -> Done<Option<BundleMade>>
            check_bundle(zip: bool, hash: Option<String>) -> Option<BundleView>
            back_up() -> Done<Option<BackupView>>
            copy_words(text: String) -> ()
            stop_work() -> ()
            verify() -> Verified
        }
    };
}

/// A number of bytes, which a screen counts as a plain number.
#[derive(Debug, Clone, Copy, serde::Deserialize, ts_rs::TS)]
pub struct Size(#[ts(type = "number")] pub u64);

#[cfg(test)]
mod bindings {
    use std::fmt::Write as _;
    use std::path::PathBuf;

    use ts_rs::{Config, TS};

    use super::Size;
    use crate::Began;
    use crate::wire::*;

    fn folder() -> PathBuf {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../..");
        std::env::var_os("TS_RS_EXPORT_DIR")
            .map_or_else(|| root.join("ui/src/bindings"), PathBuf::from)
    }

    macro_rules! rows {
        ($($name:ident($($arg:ident: $type:ty),* $(,)?) -> $result:ty $(|$office:ident| $body:block)?)*) => {{
            let config = Config::default();
            let mut rows = String::new();
            $(
                let args: Vec<String> = vec![$(format!("{}: {}", stringify!($arg), <$type as TS>::name(&config)),)*];
                let args = if args.is_empty() { "Nothing".to_owned() } else { format!("{{ {} }}", args.join("; ")) };
                let result = <$result as TS>::name(&config);
                let _ = writeln!(rows, "  {}: {{ args: {args}; result: {result} }};", stringify!($name));
            )*
            rows
        }};
    }

    /// Writes the commands as TypeScript. `cargo xtask check` compares what this writes with what is committed.
    #[test]
    fn export_bindings_commands() {
        let mut text = String::from(
            "// Generated from the Rust commands. Do not edit: change the command and generate again.\n\n",
        );
        let body = format!("{}{}", with_commands!(rows), with_window_commands!(rows))
            .replace(": Size", ": number");
        let mut names: Vec<&str> = body
            .split(|c: char| !c.is_alphanumeric() && c != '_')
            .filter(|word| {
                word.starts_with(char::is_uppercase) && !["Nothing", "Array"].contains(word)
            })
            .collect();
        names.sort_unstable();
        names.dedup();
        let _ = writeln!(
            text,
            "import type {{\n  {},\n}} from './office';\n",
            names.join(",\n  ")
        );
        text.push_str(
            "/** A command that takes nothing. */\nexport type Nothing = Record<never, never>;\n\n",
        );
        text.push_str("/** Every command of the office: what it is given and what it answers. */\nexport interface Commands {\n");
        text.push_str(&body);
        text.push_str("}\n\n/** Commands that take raw bytes, with the token in the header `x-token`. */\nexport interface RawCommands {\n  file_chunk: { have: number };\n}\n\n");
        text.push_str("/** Commands that answer with raw bytes. */\nexport interface RawAnswers {\n  file_piece: { token: string; from: number; most: number };\n}\n\n");
        text.push_str("/** What the office says without being asked. */\nexport interface OfficeEvents {\n  locked: { reason: string };\n  progress: { say: string; done: number; of: number };\n}\n");

        let path = folder().join("commands.ts");
        std::fs::create_dir_all(folder()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}
