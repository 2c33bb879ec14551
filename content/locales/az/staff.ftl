# What the bot tells the people who work here.

console-link = { $name }, bu keçidlə konsola bir dəfə daxil olursunuz. Keçid 10 dəqiqə işləyir.
console-open = Konsolu aç
your-id = Telegram identifikatorunuz: { $id }
