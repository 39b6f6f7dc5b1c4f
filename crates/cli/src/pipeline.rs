//! Work in several threads whose results come out in the order of the tasks.

use std::io;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// How many tasks are on their way at once, for each thread that works on them: enough that one slow
/// report doesn't make the others wait, few enough that memory stays bounded.
const TASKS_A_THREAD: usize = 4;

/// A task, and where its result goes.
type Task<T, R> = (T, SyncSender<R>);

/// Where the tasks of [`in_order`] are handed in.
pub struct Tasks<T, R> {
    work: SyncSender<Task<T, R>>,
    order: SyncSender<Receiver<R>>,
}

impl<T, R> Tasks<T, R> {
    /// Hands in a task; waits while too many are on their way.
    ///
    /// # Errors
    /// [`io::ErrorKind::BrokenPipe`] when nobody takes the results any more.
    pub fn add(&self, task: T) -> io::Result<()> {
        let (result, awaited) = sync_channel(1);
        let gone = |_| io::Error::from(io::ErrorKind::BrokenPipe);
        self.order.send(awaited).map_err(|_| gone(()))?;
        self.work.send((task, result)).map_err(|_| gone(()))
    }
}

/// Makes tasks in one thread, works on them in `jobs` others, and takes the results, in the order of
/// the tasks, in this one.
///
/// # Errors
/// The first that `take` or `make` returns. The threads are left to themselves then: one may wait for
/// a list that never ends.
pub fn in_order<T, R>(
    jobs: usize,
    make: impl FnOnce(&Tasks<T, R>) -> io::Result<()> + Send + 'static,
    work: impl Fn(T) -> R + Send + Sync + 'static,
    mut take: impl FnMut(R) -> io::Result<()>,
) -> io::Result<()>
where
    T: Send + 'static,
    R: Send + 'static,
{
    let on_their_way = jobs * TASKS_A_THREAD;
    let (task, queue) = sync_channel::<Task<T, R>>(on_their_way);
    let (order, results) = sync_channel(on_their_way);
    let (queue, work) = (Arc::new(Mutex::new(queue)), Arc::new(work));
    for _ in 0..jobs {
        let (queue, work) = (Arc::clone(&queue), Arc::clone(&work));
        thread::Builder::new().spawn(move || {
            // One thread waits for the next task, the others for the lock.
            while let Ok((task, result)) = { queue.lock().unwrap_or_else(PoisonError::into_inner).recv() } {
                // Nobody may want it any more.
                let _ = result.send(work(task));
            }
        })?;
    }
    let maker = thread::Builder::new().spawn(move || make(&Tasks { work: task, order }))?;
    for result in results {
        take(result.recv().map_err(|_| io::Error::other("a thread broke down"))?)?;
    }
    maker.join().unwrap_or_else(|_| Err(io::Error::other("a thread broke down")))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_tasks_and_few_are_on_their_way() {
        static MADE: AtomicUsize = AtomicUsize::new(0);
        for jobs in [1, 3, 8] {
            MADE.store(0, Ordering::SeqCst);
            let mut taken = Vec::new();
            let make = |tasks: &Tasks<usize, usize>| {
                (0..200).try_for_each(|task| {
                    MADE.fetch_add(1, Ordering::SeqCst);
                    tasks.add(task)
                })
            };
            let work = |task: usize| {
                // The later of two neighbours is done first.
                thread::sleep(Duration::from_micros(if task.is_multiple_of(2) { 300 } else { 10 }));
                task * 2
            };
            let take = |result| {
                let ahead = MADE.load(Ordering::SeqCst) - taken.len();
                // Those on their way, one that waits to be, and one that is just taken.
                assert!(ahead <= jobs * TASKS_A_THREAD + 2, "{ahead} with {jobs}");
                taken.push(result);
                Ok(())
            };
            in_order(jobs, make, work, take).unwrap();
            assert_eq!(taken, (0..200).map(|task| task * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn nothing_more_is_made_once_nobody_takes_it() {
        let (told, ended) = sync_channel(1);
        let make = move |tasks: &Tasks<usize, usize>| {
            let end = (0..).try_for_each(|task| tasks.add(task));
            let _ = told.send(end.as_ref().map_err(io::Error::kind).err());
            end
        };
        let take = |_| Err(io::Error::from(io::ErrorKind::BrokenPipe));
        assert_eq!(in_order(2, make, |task| task, take).unwrap_err().kind(), io::ErrorKind::BrokenPipe);
        assert_eq!(ended.recv().unwrap(), Some(io::ErrorKind::BrokenPipe));
    }
}
