/* Shows ThreadSanitizer what Synchronization.Mutex does when two threads want it at once.

   The quick way of a Mutex, an exchange of one word, is compiled into our code, where the
   sanitizer sees it. The slow way lies in the toolchain's library, which is not built for the
   sanitizer, and leaves the handing over to the kernel (FUTEX_LOCK_PI): there one thread's
   unlock and the next one's lock happen unseen, and whatever the Mutex guards looks like a race.
   mutex.swift, beside this, is a program that can have none and is reported without this file.

   The linker puts these in the place of the slow ways (--wrap, see `run`). No report is
   suppressed: what is not guarded is found as before. */

#include <stdbool.h>
#include <stdint.h>

extern void __tsan_acquire(void *address);
extern void __tsan_release(void *address);

/* Swift's convention: what a method is called on comes in a register of its own. */
#define SWIFT __attribute__((swiftcall))
#define HANDLE __attribute__((swift_context)) void *handle
#define NAMED(name) __asm__(name)

SWIFT void lock(uint32_t thread, HANDLE)
    NAMED("__real_$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF");
SWIFT void wrapped_lock(uint32_t thread, HANDLE)
    NAMED("__wrap_$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF");
SWIFT bool try_lock(HANDLE)
    NAMED("__real_$s15Synchronization12_MutexHandleV12_tryLockSlowSbyF");
SWIFT bool wrapped_try_lock(HANDLE)
    NAMED("__wrap_$s15Synchronization12_MutexHandleV12_tryLockSlowSbyF");
SWIFT void unlock(HANDLE)
    NAMED("__real_$s15Synchronization12_MutexHandleV11_unlockSlowyyF");
SWIFT void wrapped_unlock(HANDLE)
    NAMED("__wrap_$s15Synchronization12_MutexHandleV11_unlockSlowyyF");

SWIFT void wrapped_lock(uint32_t thread, HANDLE) {
    lock(thread, handle);
    __tsan_acquire(handle);
}

SWIFT bool wrapped_try_lock(HANDLE) {
    if (!try_lock(handle)) return false;
    __tsan_acquire(handle);
    return true;
}

SWIFT void wrapped_unlock(HANDLE) {
    __tsan_release(handle);
    unlock(handle);
}
