# How many registered: charts, their tables, and the report after an event.

figures-title = Figures
figures-intro = Everybody who registered and neither withdrew nor was declined, as of { $moment }.
figures-empty-title = Nobody has registered yet
figures-empty-text = As soon as the first registrations arrive, this page shows them by day, language, country and organisation. Share the page of the event to get them going.
figures-empty-draft = Publish the event first; once people register, this page shows them by day, language, country and organisation.
figures-to-event = Open the page of the event
figures-to-overview = Back to the overview
figures-to-report = Report of the event
figures-table = Numbers as a table
figures-scroll = Chart, can be scrolled sideways
figures-download = Download
figures-sources-title = Find out which link brought people
figures-sources-text = Add ?source= and a short word of your choice to the address of the form, and give each partner another word. This page then shows how many came by each.

figures-title-days = Registrations by day
figures-title-states = By state
figures-title-attendance = Attendance
figures-title-languages = By language
figures-title-modes = By way of attending
figures-title-countries = By country
figures-title-organisations = By organisation
figures-title-sources = By link followed
figures-title-sessions = Attendance by session

figures-column-day = Day
figures-column-week = Week beginning
figures-column-new = New
figures-column-total = In all
figures-column-states = State
figures-column-attendance = Attendance
figures-column-languages = Language
figures-column-modes = Way of attending
figures-column-countries = Country
figures-column-organisations = Organisation
figures-column-sources = Link followed
figures-column-session = Session
figures-column-people = People
figures-column-percent = Per cent

figures-state-unconfirmed = Address not confirmed
figures-state-pending = Waits for a decision
figures-state-waitlisted = On the waiting list
figures-state-confirmed = Has a place
figures-state-declined = Declined
figures-state-cancelled = Withdrawn
figures-attendance-came = Checked in
figures-attendance-absent = Not checked in

figures-silent = Not given
figures-silent-source = No particular link
figures-others = Everybody else
figures-few = Small groups
figures-untold = not shown

figures-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
figures-share = { $count } ({ $percent }%)
figures-part = { $name } { $count }
figures-summary = { $people }: { $parts }.
figures-summary-days = { $people } registered from { $first } to { $last }. Most came on { $busiest }: { $most }. Registration closes on { $closes }.

figures-scale-new = New
figures-scale-total = In all
figures-closing = Registration closes
figures-legend-day = New per day
figures-legend-week = New per week
figures-legend-total = In all up to then
figures-date = { $day } { $month }

report-title = Report
report-running = The event is not over: these are the numbers so far.
report-print = Print this page with your browser to keep it as a PDF.
report-full = Everything is shown. Groups of fewer than 5 people are for the organisers’ eyes only.
report-shared = Groups of fewer than 5 people are not shown, so that nobody can be recognised.
report-to-shared = Version to share
report-to-full = Version for organisers
report-facts = The event
report-lineup = Line-up
report-lineup-empty = Nobody is confirmed in the line-up.
report-numbers = Numbers
report-registered = Registered
report-confirmed = With a place
report-withdrawn = Withdrew
