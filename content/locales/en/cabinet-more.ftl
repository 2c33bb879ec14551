# The cabinet: what its other screens say. They are fetched after the first one.

# keys: cabinet-wrong-*
# keys: cabinet-helpful-*
cabinet-optional = optional
cabinet-wrong-missing = This is needed.
cabinet-wrong-too-long = This is too long. Shorten it.
cabinet-wrong-no-number = Write a number, such as 25.50.
cabinet-wrong-too-small = Not less than { $bound }.
cabinet-wrong-too-large = Not more than { $bound }.
cabinet-wrong-no-date = There is no such day. Choose another.
cabinet-wrong-no-choice = Choose from the list.
cabinet-wrong-no-phone = Write the number with its code, such as +994 50 123 45 67.
cabinet-wrong-no-email = Write an address such as name@mail.com.
cabinet-wrong-other-pattern = It looks like { $example }.
cabinet-form-changed = The questions here have changed
cabinet-form-new = Now asked: { $fields }
cabinet-form-gone = No longer asked. You had written:
cabinet-form-keep = Add it to my words
cabinet-form-seen = All right
cabinet-currency = Currency
cabinet-suggest = This may answer it
cabinet-suggest-hint = What you write stays here while you look.
cabinet-attach = Add a picture or a file
cabinet-attach-hint = Up to 20 MB each. You can cover what is private in a picture.
cabinet-files = Files
cabinet-files-many = { $most } files are the most for one message. Send the others after it.
cabinet-file-empty = “{ $name }” is empty. Choose another file.
cabinet-file-large = “{ $name }” has { $size }, and 20 MB is the most. Send a smaller one.
cabinet-file-going = { $name }: on its way
cabinet-file-waiting = It goes on by itself once there is a connection.
cabinet-file-again = Send { $name } again
cabinet-file-remove = Take { $name } away
cabinet-file-save = Save { $name }
cabinet-uploading = Files are on their way
cabinet-picture-words = What is in the picture?
cabinet-picture-broken = This picture cannot be opened, so nothing in it can be covered. Take a screenshot of it and choose that.
cabinet-picture-none = The picture cannot be shown now.
cabinet-view = Pictures
cabinet-view-place = { $at } of { $count }
cabinet-view-previous = Previous picture
cabinet-view-next = Next picture
cabinet-mask = Cover what is private
cabinet-mask-how = Draw over it with a finger. What is covered never leaves your phone.
cabinet-mask-keys = Arrow keys move a cover, with Shift they resize it, Delete takes it away.
cabinet-mask-tools = Tools
cabinet-mask-add = Add a cover
cabinet-mask-undo = Undo
cabinet-mask-remove = Delete the cover
cabinet-mask-smaller = Zoom out
cabinet-mask-larger = Zoom in
cabinet-mask-move = Move the picture
cabinet-mask-box = Cover { $number }
cabinet-mask-count =
    { $count ->
        [0] Nothing is covered.
        [one] 1 place is covered.
       *[other] { $count } places are covered.
    }
cabinet-mask-use = Use it covered
cabinet-mask-use-plain = Use it as it is
cabinet-help-search = Search in short guides
cabinet-help-popular = Read most
cabinet-help-results = Found
cabinet-help-found =
    { $count ->
        [0] Nothing was found.
        [one] 1 guide was found.
       *[other] { $count } guides were found.
    }
cabinet-help-none = Nothing fits that
cabinet-help-none-hint = Try other words, or ask a person.
cabinet-help-empty = No guides yet
cabinet-help-empty-hint = Ask a person: you get an answer right here.
cabinet-help-still = Not what you were looking for?
cabinet-help-ask = Ask a person
cabinet-help-more = More on this
cabinet-help-files = Files
cabinet-help-gone = This guide is not here any more
cabinet-help-gone-hint = Search for it by other words.
cabinet-help-updated = updated on { $at }
cabinet-helpful-ask = Did this help?
cabinet-helpful-yes = Glad it helped.
cabinet-helpful-no = Thank you, we will write it better. A person can help now.
cabinet-helpful-button-yes = Yes
cabinet-helpful-button-no = No

cabinet-data = My data
cabinet-copy = Get a copy of my data
cabinet-copy-save = Save the copy
cabinet-copy-hint = Everything that is kept of you, with your files. The bot tells you when it is ready.
cabinet-copy-making = Your copy is being made.
cabinet-copy-until = Ready until { $at }. Each link opens once.
cabinet-erase = Erase my data
cabinet-erase-goes = What goes: your name, your messages and files, your answers, ratings’ words and settings, here and for everybody who works here.
cabinet-erase-stays = What stays: that there was a ticket, without you in it, and the proof of what you agreed to, as the law asks for it. What stands in your Telegram chat you delete yourself.
cabinet-erase-open = Open questions are closed without an answer.
cabinet-erase-on = I understand, go on
cabinet-erase-sure = This cannot be taken back.
cabinet-erase-yes = Yes, erase everything
cabinet-erase-going = Your data is being erased. This page closes by itself.
cabinet-taken-back = Message taken back
