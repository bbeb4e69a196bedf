/** Proves that families agree from both sides, in names and in ages, and that households have their size and their members. */
import { permanentPlace, todaysAddress } from './contact';
import { createRegister } from './register';

describe.each([1_000_000, 100_000_000])('among %i people', (people) => {
  const register = createRegister({ people, seed: 6 });
  const households = register.households();
  const { families } = households;
  const drawn = Array.from({ length: 1500 }, (_, at) => Math.floor(((at + 0.5) * people) / 1500));

  test('a father knows his child; he is 24 to 36 years older and of the same surname and province', () => {
    let known = 0;
    let sameSurname = 0;
    const wrong = drawn.filter((index) => {
      const father = families.fatherOf(index);
      if (father < 0) return false;
      known += 1;
      const [child, man] = [register.person(index), register.person(father)];
      if (child.name.title.split(' ')[0] === man.name.title.split(' ')[0]) sameSurname += 1;
      const gap = child.year - man.year;
      const home = child.number.slice(0, 3) === man.number.slice(0, 3);
      return !(
        families.childrenOf(father).includes(index) &&
        man.sex === 1 &&
        gap >= 24 &&
        gap <= 36 &&
        home
      );
    });
    expect(wrong).toEqual([]);
    expect(known / drawn.length).toBeGreaterThan(0.9);
    expect(sameSurname / known).toBeGreaterThan(0.97); // the peoples of the highlands hand on none
  });

  test('marriages hold from both sides; nobody is too young; a mother is at least 18 years older', () => {
    let married = 0;
    const wrong = drawn.filter((index) => {
      const spouse = families.spouseOf(index);
      const father = families.fatherOf(index);
      const mother = father < 0 ? -1 : families.spouseOf(father);
      if (mother >= 0 && families.ageOf(mother) - families.ageOf(index) < 18) return true;
      if (spouse < 0) return false;
      married += 1;
      const wife = families.isWoman(index) ? index : spouse;
      const husband = wife === index ? spouse : index;
      const oldEnough = families.ageOf(husband) >= 22 && families.ageOf(wife) >= 18;
      return !(families.spouseOf(spouse) === index && !families.isWoman(husband) && oldEnough);
    });
    expect(wrong).toEqual([]);
    expect(married / drawn.length).toBeGreaterThan(0.5);
    expect(married / drawn.length).toBeLessThan(0.65);
  });

  test('a household has about 3.6 people, one head, and everybody of it is listed once', () => {
    let inverse = 0;
    let counted = 0;
    const wrong = drawn.slice(0, 700).filter((index) => {
      if (register.person(index).status !== 'ACTIVE') return false;
      const anchor = households.anchorOf(index);
      const members = households.membersOf(anchor);
      inverse += 1 / members.length;
      counted += 1;
      const indices = members.map((member) => member.index);
      const heads = members.filter(({ relation }) => relation === 'CHU_HO');
      return !(
        households.anchorOf(anchor) === anchor &&
        indices.includes(index) &&
        new Set(indices).size === indices.length &&
        heads.length === 1 &&
        heads[0] === members[0]
      );
    });
    expect(wrong).toEqual([]);
    expect(counted / inverse).toBeGreaterThan(3.3);
    expect(counted / inverse).toBeLessThan(3.9);
  }, 30_000);

  test('small children live with their father where the register knows him, at his address', () => {
    const apart = drawn.filter((index) => {
      const father = families.fatherOf(index);
      if (father < 0 || families.ageOf(index) >= 18) return false;
      const own = todaysAddress(permanentPlace(register, households.anchorOf(index)));
      return own !== todaysAddress(permanentPlace(register, households.anchorOf(father)));
    });
    expect(apart).toEqual([]);
  });
});
