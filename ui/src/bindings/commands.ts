// Generated from the Rust commands. Do not edit: change the command and generate again.

import type {
  AccessForm,
  AccessRow,
  AccessSheetView,
  AccessView,
  AdditionDraft,
  AdultForm,
  AdultPage,
  AdultView,
  AgreementView,
  AgreementsView,
  AlertsPreview,
  AlertsTaken,
  AllMarks,
  AnswerForm,
  ApartPair,
  AroundView,
  BackupView,
  Began,
  Behind,
  BodyDrawing,
  BundleKept,
  BundleKey,
  BundleMade,
  BundlePreview,
  BundleRedact,
  BundleSelect,
  BundleSpec,
  BundleView,
  CaseForm,
  CategoriesView,
  ChangeLine,
  ChartsAsked,
  ChartsView,
  ChecklistForm,
  ChecklistRow,
  ChecklistView,
  Choice,
  ChronologyFilter,
  ChronologyView,
  ClassCount,
  ClassLines,
  ConcernFilter,
  ConcernForm,
  ConcernPage,
  ConcernRow,
  ConcernView,
  ContactLine,
  CountedView,
  CreateVault,
  Created,
  DeadlineView,
  DiagramView,
  Done,
  DraftView,
  DueForm,
  EditChecked,
  EditView,
  FileOpened,
  FindFilter,
  FlowForm,
  FlowView,
  Found,
  FrontDoor,
  GuideLine,
  HandoverDraft,
  HideForm,
  HistoryChoices,
  HistoryPreview,
  HistoryTaken,
  HistoryView,
  InspectionAsked,
  InspectionView,
  InviteForm,
  Invited,
  KeptDraft,
  KeyFactForm,
  Kit,
  LineConcern,
  LineForm,
  LineView,
  LinksView,
  ListPreview,
  ListTaken,
  Lists,
  LogAsked,
  MatrixForm,
  MatrixView,
  MonitorForm,
  MonitoredView,
  OnlineName,
  OwnCategory,
  PageChange,
  PageDraft,
  PaperAsked,
  PaperFound,
  PaperShown,
  PasswordJudgement,
  PersonInConcern,
  PupilForm,
  PupilPage,
  PupilView,
  Recorded,
  RecordsOf,
  RedactionPreview,
  RegisterForm,
  RegisterView,
  RegistersGroup,
  ReportAsked,
  ReportFormat,
  ReportKept,
  ReportView,
  Route,
  RouteLine,
  Routing,
  SampleForm,
  ScreenForm,
  SentForm,
  Session,
  SetAsideForm,
  Settings,
  SeveralForm,
  SeveralView,
  SeveralWritten,
  SheetFormat,
  StaffSheetView,
  StepDraft,
  TakenIn,
  TermsView,
  TextShown,
  TieForm,
  Today,
  TwicePair,
  UnlinkedConcern,
  VaultFacts,
  Verified,
  WalkForm,
  WalkRow,
  WalkView,
  When,
  WhoReadView,
  WritingHint,
} from './office';

/** A command that takes nothing. */
export type Nothing = Record<never, never>;

/** Every command of the office: what it is given and what it answers. */
export interface Commands {
  front_door: { args: Nothing; result: FrontDoor };
  suggest_password: { args: Nothing; result: string };
  judge_password: { args: { password: string; school: string; name: string }; result: PasswordJudgement };
  create_vault: { args: { form: CreateVault }; result: Created };
  open_practice: { args: Nothing; result: Session };
  open_vault: { args: { user: string; password: string }; result: Session };
  accept_invitation: { args: { user: string; code: string; password: string }; result: Created };
  recover_vault: { args: { user: string; words: Array<string>; password: string }; result: Session };
  session: { args: Nothing; result: Session };
  still_here: { args: Nothing; result: null };
  lists: { args: Nothing; result: Lists };
  routing: { args: { route: Route; people: Array<PersonInConcern> }; result: Routing };
  understand_when: { args: { text: string }; result: When };
  understand_moment_ahead: { args: { text: string }; result: When };
  understand_day_ahead: { args: { text: string }; result: When };
  writing_hints: { args: { form: ConcernForm }; result: Array<WritingHint> };
  record_concern: { args: { form: ConcernForm }; result: Done<Recorded> };
  amend_concern: { args: { form: ConcernForm }; result: Done<Recorded> };
  may_belong: { args: { pupil: string }; result: Array<UnlinkedConcern> };
  link_person: { args: { concern: string; at: number; name: string; whom: string }; result: Done<Recorded> };
  concerns: { args: { filter: ConcernFilter }; result: ConcernPage };
  concern: { args: { id: string }; result: ConcernView };
  begin_file: { args: { name: string; size: number; media: string; source: string | null; indecent_image: string; for_purpose: string }; result: Began };
  finish_file: { args: { token: string }; result: TakenIn };
  drop_file: { args: { token: string }; result: null };
  attach_files: { args: { concern: string; tokens: Array<string>; indecent_image: string }; result: Done<null> };
  open_drawn: { args: { id: string }; result: FileOpened };
  open_file: { args: { id: string }; result: FileOpened };
  file_text: { args: { token: string }; result: TextShown };
  close_file: { args: { token: string }; result: null };
  hide_file: { args: { form: HideForm }; result: Done<null> };
  bring_in_paper: { args: { number: string }; result: PaperFound };
  keep_draft: { args: { form: ConcernForm }; result: KeptDraft };
  keep_addition: { args: { form: AdditionDraft }; result: KeptDraft };
  drafts: { args: Nothing; result: Array<DraftView> };
  drop_draft: { args: { id: string }; result: Done<null> };
  find: { args: { query: string; filter: FindFilter }; result: Found };
  pupils: { args: { query: string; left: boolean; after: number }; result: PupilPage };
  pupil: { args: { id: string }; result: PupilView };
  chronology: { args: { pupil: string; filter: ChronologyFilter }; result: ChronologyView };
  body_drawing: { args: { build: string }; result: BodyDrawing };
  body_build: { args: { people: Array<PersonInConcern> }; result: string | null };
  all_marks: { args: { pupil: string }; result: AllMarks };
  add_to_case: { args: { concern: string; form: CaseForm }; result: Done<null> };
  set_buildup_aside: { args: { form: SetAsideForm }; result: Done<null> };
  guidance_list: { args: Nothing; result: Array<GuideLine> };
  flow: { args: { id: string }; result: FlowView };
  flow_diagram: { args: { flow: string; walk: string | null }; result: DiagramView };
  walks: { args: Nothing; result: Array<WalkRow> };
  walk: { args: { id: string }; result: WalkView };
  begin_walk: { args: { flow: string; concern: string | null }; result: Done<string> };
  take_step: { args: { form: WalkForm }; result: Done<null> };
  go_back: { args: { walk: string; node: string }; result: Done<null> };
  keep_walk_note: { args: { walk: string; node: string; draft: StepDraft }; result: null };
  stop_walk: { args: { walk: string; reason: string }; result: Done<null> };
  whose: { args: { concern: string }; result: Array<Choice> };
  put_walk: { args: { walk: string; concern: string; reason: string }; result: Done<null> };
  checklists: { args: { concern: string | null }; result: Array<ChecklistRow> };
  checklist_page: { args: { list: string }; result: ChecklistView };
  checklist: { args: { id: string }; result: ChecklistView };
  begin_checklist: { args: { list: string; concern: string | null }; result: Done<string> };
  answer: { args: { form: AnswerForm }; result: Done<null> };
  keep_answer: { args: { checklist: string; item: string; answer: Array<string> }; result: null };
  sent_checklist: { args: { form: SentForm }; result: Done<null> };
  drop_checklist: { args: { checklist: string; reason: string }; result: Done<null> };
  reopen_checklist: { args: { checklist: string; went: boolean; reason: string }; result: Done<null> };
  put_checklist: { args: { checklist: string; concern: string; reason: string }; result: Done<null> };
  edit_page: { args: { kind: string; id: string }; result: EditView };
  keep_page_draft: { args: { draft: PageDraft }; result: null };
  drop_page_draft: { args: { kind: string; id: string }; result: null };
  check_flow_edit: { args: { form: FlowForm }; result: EditChecked };
  check_checklist_edit: { args: { form: ChecklistForm }; result: EditChecked };
  check_matrix_edit: { args: { form: MatrixForm }; result: EditChecked };
  save_matrix_edit: { args: { form: MatrixForm; reason: string }; result: Done<null> };
  check_register_edit: { args: { form: RegisterForm }; result: EditChecked };
  save_register_edit: { args: { form: RegisterForm; reason: string }; result: Done<string> };
  put_away_register: { args: { id: string; away: boolean; reason: string }; result: Done<null> };
  save_flow_edit: { args: { form: FlowForm; reason: string }; result: Done<null> };
  save_checklist_edit: { args: { form: ChecklistForm; reason: string }; result: Done<null> };
  go_back_page: { args: { kind: string; id: string; entry: string | null; reason: string }; result: Done<null> };
  compare_pages: { args: { kind: string; id: string; before: string; after: string }; result: Array<PageChange> };
  contacts: { args: Nothing; result: Array<ContactLine> };
  changes: { args: Nothing; result: Array<ChangeLine> };
  matrix: { args: { id: string }; result: MatrixView };
  registers: { args: Nothing; result: Array<RegistersGroup> };
  register: { args: { id: string; after: string | null }; result: RegisterView };
  register_line: { args: { register: string; line: string | null; concern: string | null }; result: LineView };
  preview_bundle: { args: { select: BundleSelect }; result: BundlePreview };
  bundle_key: { args: { number: string }; result: BundleKey };
  preview_redaction: { args: { select: BundleSelect; redact: BundleRedact }; result: RedactionPreview };
  kept_bundle: { args: { select: BundleSelect }; result: BundleKept | null };
  keep_bundle: { args: { spec: BundleSpec }; result: KeptDraft };
  access_requests: { args: Nothing; result: Array<AccessRow> };
  access_request: { args: { id: string }; result: AccessView };
  access_sheet: { args: { form: AccessForm }; result: AccessSheetView };
  write_access: { args: { form: AccessForm }; result: Done<string> };
  preview_access: { args: { id: string; redact: BundleRedact }; result: RedactionPreview };
  keep_access: { args: { form: AccessForm }; result: KeptDraft };
  concern_numbered: { args: { number: string }; result: LineConcern | null };
  write_line: { args: { form: LineForm }; result: Done<string> };
  keep_line_draft: { args: { form: LineForm }; result: KeptDraft };
  agreements: { args: Nothing; result: AgreementsView };
  agreement: { args: { id: string }; result: AgreementView };
  class_counts: { args: { register: string }; result: Array<ClassCount> };
  class_lines: { args: { register: string; class: string }; result: ClassLines };
  begin_several: { args: { agreement: string | null }; result: SeveralView };
  several_until: { args: { agreement: string | null; kind: string; on: string }; result: string | null };
  keep_several: { args: { form: SeveralForm }; result: KeptDraft };
  write_several: { args: { form: SeveralForm }; result: Done<SeveralWritten> };
  who_read: { args: Nothing; result: WhoReadView };
  routes: { args: Nothing; result: Array<RouteLine> };
  deadlines: { args: { what: string; body: string }; result: Array<DeadlineView> };
  count_due: { args: { due: DueForm }; result: CountedView };
  today: { args: Nothing; result: Today };
  preview_alerts: { args: { token: string; columns: Array<string | null> | null; system: string }; result: AlertsPreview };
  take_alerts: { args: { token: string; columns: Array<string | null> | null; system: string }; result: Done<AlertsTaken> };
  screen_alert: { args: { form: ScreenForm }; result: Done<string> };
  look_through: { args: { id: string; remarks: string }; result: Done<null> };
  logs_monitored: { args: Nothing; result: Array<MonitoredView> };
  monitor_log: { args: { form: MonitorForm }; result: Done<null> };
  inspection: { args: { asked: InspectionAsked }; result: InspectionView };
  choose_sample: { args: { form: SampleForm }; result: Done<null> };
  charts: { args: { asked: ChartsAsked }; result: ChartsView };
  governor_report: { args: { asked: ReportAsked }; result: ReportView };
  report_behind: { args: { asked: ReportAsked; row: number }; result: Behind };
  keep_report: { args: { asked: ReportAsked }; result: ReportKept };
  release_report: { args: { asked: ReportAsked }; result: Done<string> };
  staff_sheet: { args: { from: string | null; to: string | null }; result: StaffSheetView };
  release_staff_sheet: { args: { from: string | null; to: string | null }; result: Done<null> };
  lay_out_paper: { args: { asked: PaperAsked }; result: PaperShown };
  paper_page: { args: { token: string; page: number }; result: string };
  keep_handover: { args: { draft: HandoverDraft }; result: null };
  kept_handover: { args: Nothing; result: HandoverDraft | null };
  put_paper_away: { args: { token: string }; result: null };
  save_pupil: { args: { form: PupilForm }; result: Done<string> };
  save_key_fact: { args: { form: KeyFactForm }; result: Done<null> };
  end_key_fact: { args: { pupil: string; entry: string; reason: string }; result: Done<null> };
  adults: { args: { query: string; after: number }; result: AdultPage };
  adult: { args: { id: string }; result: AdultView };
  save_adult: { args: { form: AdultForm }; result: Done<string> };
  around: { args: { pupil: string }; result: AroundView };
  save_tie: { args: { form: TieForm }; result: Done<null> };
  end_tie: { args: { pupil: string; entry: string; reason: string }; result: Done<null> };
  links: { args: { pupil: string; names: boolean }; result: LinksView };
  twice: { args: Nothing; result: Array<TwicePair> };
  join_records: { args: { of: RecordsOf; kept: string; other: string; reason: string }; result: Done<null> };
  part_records: { args: { of: RecordsOf; id: string; entry: string; reason: string }; result: Done<null> };
  keep_apart: { args: { of: RecordsOf; one: string; other: string }; result: Done<null> };
  kept_apart: { args: Nothing; result: Array<ApartPair> };
  ask_again: { args: { of: RecordsOf; one: string; other: string; reason: string }; result: Done<null> };
  online_names: { args: { query: string }; result: Array<OnlineName> };
  online_name: { args: { mark: string }; result: Array<ConcernRow> };
  preview_pupil_list: { args: { token: string; columns: Array<string | null> | null }; result: ListPreview };
  take_pupil_list: { args: { token: string; columns: Array<string | null> }; result: Done<ListTaken> };
  preview_history: { args: { token: string; choices: HistoryChoices }; result: HistoryPreview };
  keep_with_history: { args: { original: string; token: string; indecent_image: string }; result: Done<null> };
  take_history: { args: { token: string; choices: HistoryChoices }; result: Done<HistoryTaken> };
  histories: { args: Nothing; result: Array<HistoryView> };
  vault_facts: { args: Nothing; result: VaultFacts };
  invite_person: { args: { form: InviteForm }; result: Done<Invited> };
  close_person: { args: { id: string; reason: string }; result: Done<null> };
  add_member: { args: { room: string; person: string }; result: Done<null> };
  change_password: { args: { old: string; new: string }; result: null };
  rehearse: { args: { words: Array<string> }; result: Done<null> };
  categories: { args: Nothing; result: CategoriesView };
  save_categories: { args: { own: Array<OwnCategory>; off: Array<string> }; result: Done<null> };
  terms: { args: Nothing; result: TermsView };
  read_terms: { args: { text: string }; result: TermsView };
  save_terms: { args: { text: string }; result: Done<null> };
  save_settings: { args: { settings: Settings }; result: Done<null> };
  new_kit: { args: { password: string }; result: Kit };
  danger_rung: { args: { at: string; log_number: string; spoke_to: string; child: string; withdrawn: boolean }; result: Done<null> | null };
  lock: { args: Nothing; result: null };
  save_file: { args: { id: string }; result: string | null };
  print_paper: { args: { token: string }; result: Done<null> };
  save_paper: { args: { token: string; password: string | null }; result: Done<string | null> };
  save_register: { args: { id: string; from: string | null; to: string | null; format: SheetFormat }; result: Done<string | null> };
  save_who_read: { args: { format: SheetFormat }; result: Done<string | null> };
  save_log: { args: { log: LogAsked; format: SheetFormat }; result: Done<string | null> };
  save_report: { args: { id: string; format: ReportFormat }; result: Done<string | null> };
  save_shown: { args: { id: string }; result: Done<string | null> };
  save_access: { args: { id: string; release: string; password: string | null }; result: Done<string | null> };
  make_bundle: { args: { spec: BundleSpec }; result: Done<BundleMade | null> };
  check_bundle: { args: { zip: boolean; hash: string | null }; result: BundleView | null };
  back_up: { args: Nothing; result: Done<BackupView | null> };
  copy_words: { args: { text: string }; result: null };
  stop_work: { args: Nothing; result: null };
  verify: { args: Nothing; result: Verified };
}

/** Commands that take raw bytes, with the token in the header `x-token`. */
export interface RawCommands {
  file_chunk: { have: number };
}

/** Commands that answer with raw bytes. */
export interface RawAnswers {
  file_piece: { token: string; from: number; most: number };
}

/** What the office says without being asked. */
export interface OfficeEvents {
  locked: { reason: string };
  progress: { say: string; done: number; of: number };
}
