# The promised time: the countdown, the place in the queue, a new time and its reason.

card-eta-in = A person answers in about { $minutes } min · { by }.
card-eta-in-agent = { $agent } answers in about { $minutes } min · { by }.
card-ahead =
    { $count ->
        [one] 1 person is before you.
       *[other] { $count } people are before you.
    }
card-ahead-none = You are next.
card-ahead-many = More than { $count } people are before you.
card-fresh = This is how it stands now.
eta-why-busy = Many people are writing to us right now.
eta-why-off-shift =
    { $day ->
        [today] Nobody is on shift until { $time }.
        [tomorrow] Nobody is on shift until { $time } tomorrow.
       *[later] Nobody is on shift until { $date }, { $time }.
    }
eta-why-expert = Your question is with an expert.
eta-why-longer = We need longer than we said.
eta-why-longer-agent = { $agent } needs longer than we said.
eta-new = № { $id }: you get the answer { by }.
eta-new-busy =
    { eta-why-busy }
    { eta-new }
eta-new-expert =
    { eta-why-expert }
    { eta-new }
eta-new-longer =
    { eta-why-longer }
    { eta-new }
eta-new-longer-agent =
    { eta-why-longer-agent }
    { eta-new }
eta-new-off-shift =
    Nobody is on shift until { $opens }.
    { eta-new }
button-fresh = 🔄 Check now
