# What rules, tags and snoozing did, in a ticket's history.

# keys: console-automation-*
console-automation-done = “{ $name }” qaydası: { $deeds }
console-automation-nothing = “{ $name }” qaydası: dəyişməli heç nə yoxdur
console-automation-refused = “{ $name }” qaydası heç nə etmədi: bir addım mümkün olmadı
console-automation-limited =
    { $why ->
        [own_effect] “{ $name }” qaydası heç nə etmədi: bu, onun öz işi idi
        [too_deep] “{ $name }” qaydası heç nə etmədi: buna çox sayda qayda gətirib çıxardı
        [ticket_limit] “{ $name }” qaydası heç nə etmədi: bir saatda bu müraciətdə çox qayda işlədi
       *[rule_limit] “{ $name }” qaydası çox tez-tez işlədi və söndürüldü
    }
console-automation-deed-set_priority = vaciblik dəyişdi
console-automation-deed-move_queue = başqa növbəyə keçdi
console-automation-deed-assign = məsul dəyişdi
console-automation-deed-tag = etiket qoyuldu
console-automation-deed-untag = etiket götürüldü
console-automation-deed-macro = müştəriyə yazıldı
console-automation-deed-note = qeyd yazıldı
console-automation-deed-notify = komandaya xəbər verildi
console-automation-deed-end = mesajla bağlandı
console-automation-deed-snooze = təxirə salındı
console-automation-notified =
    { $whom ->
        [assignee] Məsul şəxsə bildiriş
        [queue] Növbəyə bildiriş
       *[leads] Rəhbərlərə bildiriş
    }{ $said ->
        [yes] : { $words }
       *[no] { "" }
    }
console-event-tagged =
    { $who }, etiketlər:{ $added ->
        [none] { "" }
       *[some] { " " }+ { $tags }
    }{ $removed ->
        [none] { "" }
       *[some] { " " }− { $gone }
    }
console-event-snoozed = { $who } müraciəti təxirə saldı
console-event-woken =
    { $reason ->
        [customer] Yenidən növbədə: müştəri yazdı
        [time] Yenidən növbədə: vaxt bitdi
        [end] Yenidən növbədə: müraciət bitdi
       *[hand] { $who } müraciəti geri qaytardı
    }
