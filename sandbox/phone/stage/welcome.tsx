import { Avatar } from '../parts/avatar.tsx';
import { useWords } from '../settings.tsx';
import { useAddPerson } from './person-dialog.tsx';

const suggestions = [
  { first_name: 'Leyla', last_name: 'Məmmədova', username: 'leyla', language_code: 'az' },
  { first_name: 'Иван', last_name: 'Петров', username: 'ivan', language_code: 'ru' },
  { first_name: 'Emily', last_name: 'Clarke', username: 'emily', language_code: 'en', is_premium: true },
  { first_name: 'Mehmet', last_name: 'Yılmaz', username: 'mehmet', language_code: 'tr' },
];

interface WelcomeProps {
  onAdd: () => void;
  onAdded: (person: number) => void;
}

/** What the stage shows while nobody is there: people one tap away. */
export function Welcome({ onAdd, onAdded }: WelcomeProps) {
  const say = useWords();
  const { add, failure } = useAddPerson(onAdded);
  return (
    <section className="welcome">
      <h2>{say('welcomeTitle')}</h2>
      <p>{say('welcomeText')}</p>
      <div className="welcome-people">
        {suggestions.map((person, at) => (
          <button
            key={person.username}
            type="button"
            className="welcome-person"
            onClick={() => void add(person)}
          >
            <Avatar id={at + 1} name={`${person.first_name} ${person.last_name}`} size={56} />
            <span>{person.first_name}</span>
            <small>{person.language_code}</small>
          </button>
        ))}
      </div>
      {failure === undefined ? null : (
        <p className="not-sent" role="alert">
          {failure}
        </p>
      )}
      <button type="button" className="text-button" onClick={onAdd}>
        {say('addPerson')}
      </button>
    </section>
  );
}
