# A customer's copy of their data, and its end.

privacy-copy-ready = The copy of your data is ready. You can save it for 7 days, here or in /cabinet → Settings.
privacy-copy-coming = A copy of everything we keep about you is being made. I’ll write when it’s ready.
privacy-copy-link = Save your copy within 10 minutes; the link opens once. Your private messages are in it, so don’t pass it on.
privacy-copy-gone = That copy is no longer kept. Send /privacy and ask for a new one.
privacy-erase-ask =
    Erase all that we keep about you? It can’t be undone.
    Your name, messages, files, answers and ratings’ words go; open questions close without an answer.
    What stays: that there was a request, without you, and the proof of your consent. This chat’s history you delete in Telegram.
privacy-erase-kept = Nothing was erased. Everything stays as it was.
privacy-erasing = Your data is being erased: in a few minutes we have nothing of it left. If you write again, we begin anew.
button-copy = Copy my data
button-copy-save = Save the copy
button-erase = Erase my data
button-erase-all = Yes, erase everything
button-erase-nothing = No, keep it
