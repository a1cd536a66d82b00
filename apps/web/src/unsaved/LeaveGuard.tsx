import { useEffect, useSyncExternalStore } from 'react';
import { useBlocker } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { LeaveQuestion } from './LeaveQuestion';
import { notePageNumber } from './typed-addresses';
import { dropQuestion, isAllKept, wouldBeLost } from './unsaved-store';

/** The one question of the whole tracker: a router can hold a move back for one only. */
export function LeaveGuard() {
  const location = useLocation();
  useEffect(notePageNumber, [location]);
  const dropping = useSyncExternalStore(dropQuestion.subscribe, dropQuestion.isAsked);
  const blocker = useBlocker(({ currentLocation, nextLocation }) =>
    wouldBeLost(
      currentLocation.pathname + currentLocation.search,
      nextLocation.pathname + nextLocation.search,
    ),
  );
  const said = isAllKept() ? KEPT : {};
  if (dropping) {
    return (
      <LeaveQuestion
        {...said}
        onLeave={() => dropQuestion.answer(true)}
        onStay={() => dropQuestion.answer(false)}
      />
    );
  }
  if (blocker.state !== 'blocked') return null;
  return (
    <LeaveQuestion {...said} onLeave={() => blocker.proceed?.()} onStay={() => blocker.reset?.()} />
  );
}

const KEPT = {
  title: 'Leave before this is finished?',
  leaveWords: 'Leave',
  words: 'It is not sent yet. What you decided is kept on this device until you come back.',
};
