# Konsyerjin adından niyə yazmaq olmur və necə davam etmək olar.

# keys: error-concierge-*
error-concierge-lost = { $name } hesabını daha qoşmayıb. Bot vasitəsilə cavab yazın və ya { $name } hesabını yenidən qoşsun.
error-concierge-no-right = { $name } öz adından cavab yazmağa icazə verməyib. Bot vasitəsilə cavab yazın və ya { $name } buna Telegram-da icazə versin.
error-concierge-window-over = Telegram cavabları müştərinin son mesajından sonra 24 saat ötürür, bu vaxt bitib. Bot vasitəsilə cavab yazın və ya { $name } öz telefonundan yazsın.
error-concierge-no-bot-chat = Bu müştəri bota heç vaxt yazmayıb, ona görə bot ona çata bilmir. Yalnız konsyerj öz telefonundan yaza bilər.

# keys: error-customer-unknown
error-customer-unknown = Belə müştəri yoxdur.
