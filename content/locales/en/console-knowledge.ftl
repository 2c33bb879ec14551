# Settings: the knowledge base.

settings-knowledge = Knowledge base
settings-knowledge-lead = What customers read by themselves, and what the bot answers before a ticket is made.
# keys: settings-knowledge-view-*
settings-knowledge-view-articles = Articles
settings-knowledge-view-sections = Sections
settings-knowledge-view-searches = Searches
settings-knowledge-view-synonyms = Synonyms
settings-knowledge-view-bot = Bot
settings-article = Article
settings-article-new = New article
settings-articles-none = No article yet. Write the first one: what are you asked every day?
# keys: settings-article-state-*
settings-article-state-draft = Draft
settings-article-state-review = In review
settings-article-state-returned = Came back
settings-article-state-archived = Archived
settings-article-due = Look again
settings-article-show = Which articles
# keys: settings-article-show-*
settings-article-show-all = All
settings-article-show-draft = Drafts
settings-article-show-review = In review
settings-article-show-due = Look again
settings-article-show-archived = Archived
settings-article-coverage = Languages
settings-article-coverage-any = Every language
settings-article-coverage-lacks = Not in { $language }
settings-article-reads = read { $count ->
        [one] once
       *[other] { $count } times
    } in 30 days
settings-article-helped = helped { $helpful } of { $judged }
settings-article-title = Title
settings-article-summary = In one sentence
settings-article-summary-hint = Stands under the title in lists.
settings-article-body = Text
settings-article-body-hint = Markdown: **bold**, lists with 1. or -, links [words](https://…), to another article [words](article:its-name). The bot says the first paragraph and three steps.
settings-article-keywords = Other ways to say it
settings-article-keywords-hint = Only the search reads them: words of your customers, typing errors too.
settings-article-place = Where it stands
settings-article-place-hint = Changes at once, without a new version.
settings-article-section = Section
settings-article-slug = Name in addresses
settings-article-slug-hint = Latin letters, digits and -. Its old name goes on leading to it.
settings-article-topics = Topics
settings-article-topics-none = None: the bot offers it for no chosen topic
settings-article-macros = Related macros
settings-article-macros-none = None
settings-article-owner = Owner
settings-article-owner-hint = Keeps it right.
settings-article-owner-nobody = Nobody
settings-article-owner-me = { $name } (me)
settings-article-review-on = Look again on
settings-article-review-on-hint = From that day on it is in the list to look at.
settings-article-popular = Among the popular ones
settings-article-popular-hint = Shown first in the customer’s knowledge base.
settings-article-preview = As readers see it
# keys: settings-article-preview-*
settings-article-preview-page = Page
settings-article-preview-answer = Bot’s answer
settings-article-preview-chat = Whole, in the chat
settings-article-links = These links lead nowhere: { $links }
settings-article-saved = Saved. Readers see it once it is published.
settings-article-standing =
    { $state ->
        [published] Version { $version } is what readers see.
        [archived] In the archive: readers do not see it.
        [review] Version { $version } waits for whoever publishes.
       *[other] { $published ->
            [0] Nobody sees it yet.
           *[other] Version { $version } is a draft; readers see version { $published }.
        }
    }
# keys: settings-article-do-*
settings-article-do-submit = Hand in for review
settings-article-do-publish = Publish
settings-article-do-archive = Archive
settings-article-do-restore = Back to readers
settings-article-version-shown = Readers see it
settings-searches-unanswered = Asked and not answered
settings-searches-unanswered-hint = In 30 days. The first of these is your next article, or a synonym.
settings-searches-popular = Asked most
settings-searches-none = Nothing yet. What people look for appears here.
settings-searches-words = Words
settings-searches-times = Times
settings-searches-answered = Answered
settings-synonyms = Words that mean the same
settings-synonyms-hint = Whoever looks for one finds what has another. For example: card, plastic.
settings-synonyms-group = Group { $number }
settings-synonyms-placeholder = Two words or more
settings-synonyms-add = Add a group
settings-synonyms-saved = Saved. The search knows them from now on.
settings-bot-answers = The bot answers from articles
settings-bot-answers-hint = Before a ticket is made, if it is sure. Whoever asks for a person, or has a payment or security matter, gets a person at once.
settings-bot-confidence = How sure it has to be
settings-bot-confidence-hint = At 75 % nine answers of ten or more are right. Higher: fewer answers, fewer wrong ones.
settings-bot-topics = The bot asks about the likely topic
settings-bot-topics-hint = “Is it about this: Payment?” where words tell it. Another topic is always a tap away.
settings-article-approval = Only those who approve publish
settings-article-approval-hint = Editors hand in; readers see the last published version until then.

console-event-article =
    { $outcome ->
        [solved] The article “{ $title }” solved it
        [not_solved] The article “{ $title }” did not help
        [person] Read “{ $title }”, then asked for a person
       *[other] The bot offered the article “{ $title }”
    }
console-articles = Articles that may answer
