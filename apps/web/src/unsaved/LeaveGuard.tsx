import { useEffect, useSyncExternalStore } from 'react';
import { useBlocker } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { LeaveQuestion } from './LeaveQuestion';
import { notePageNumber } from './typed-addresses';
import { dropQuestion, wouldBeLost } from './unsaved-store';

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
  if (dropping) {
    return (
      <LeaveQuestion
        onLeave={() => dropQuestion.answer(true)}
        onStay={() => dropQuestion.answer(false)}
      />
    );
  }
  if (blocker.state !== 'blocked') return null;
  return <LeaveQuestion onLeave={() => blocker.proceed?.()} onStay={() => blocker.reset?.()} />;
}
