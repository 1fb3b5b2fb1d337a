# SPDX-License-Identifier: MIT
"""Conversions: one, or many side by side."""
import collections
import fcntl
import gc
import os
import sys

Job = collections.namedtuple("Job", "kind source target bundle folder")

JOBS_OF_A_WORKER = 25  # then another takes its place: what a layout leaves in memory is not collected


def convert(job):
    """Does a job; its files get their names when they are whole. An exception tells what is wrong."""
    targets = [target for target in (job.target, job.bundle) if target]
    try:
        if job.kind == "pdf":
            import page  # WeasyPrint needs a while
            page.convert(job.source, job.target + ".new", job.bundle and job.bundle + ".new", job.folder)
        elif job.kind == "docx":
            import docx
            docx.convert(job.source, job.target + ".new")
        else:
            import pptx
            pptx.convert(job.source, job.target + ".new")
        for target in targets:
            os.replace(target + ".new", target)
    except BaseException:
        for target in targets:
            if os.path.exists(target + ".new"):
                os.remove(target + ".new")
        raise


# Packages of Debian by the module or program that they have.
PACKAGES = {"weasyprint": "weasyprint", "pikepdf": "python3-pikepdf", "pandoc": "pandoc", "qpdf": "qpdf"}


def missing(error):
    """The package that an error is about because it is not installed; empty where it is about something else."""
    if isinstance(error, ModuleNotFoundError):
        return PACKAGES.get(error.name, "")
    if isinstance(error, FileNotFoundError):
        return PACKAGES.get(error.filename, "")
    return ""


def reason(error):
    package = missing(error)
    return f"missing {package}" if package else " ".join(str(error).split()) or type(error).__name__


def attempt(job):
    """What went wrong; empty where nothing did."""
    try:
        convert(job)
    except Exception as error:  # noqa: BLE001 (whatever it is, it is told)
        return reason(error)
    return ""


def run_alone(name, job):
    wrong = attempt(job)
    if wrong:
        sys.exit(f"{name}: {job.target}: {wrong}")


def read(data):
    texts = [os.fsdecode(text) for text in data.split(b"\0")[:-1]]
    return [Job(*texts[at:at + len(Job._fields)]) for at in range(0, len(texts), len(Job._fields))]


def size(job):
    return os.path.getsize(job.source) if os.path.exists(job.source) else 0


def report(job, wrong):
    """One write: results of several processes do not mix."""
    result = f"{job.target}\0{wrong[:1000]}\0".encode("utf-8", "surrogateescape")
    os.write(1, result)


def take(queue):
    """The next number of the queue, a file whose offset all workers share; empty at its end. Linux moves the offset of a file in
    memory without a lock of its own: two would take the same."""
    fcntl.lockf(queue, fcntl.LOCK_EX)
    try:
        return os.read(queue, 4)
    finally:
        fcntl.lockf(queue, fcntl.LOCK_UN)


def work(jobs, queue):
    gc.disable()
    for _ in range(JOBS_OF_A_WORKER):
        number = take(queue)
        if not number:
            return
        job = jobs[int.from_bytes(number, "little")]
        report(job, attempt(job))


def start(jobs, queue):
    child = os.fork()
    if child == 0:
        try:
            work(jobs, queue)
        finally:
            os._exit(0)
    return child


def run_all(jobs, processes):
    """The largest first: what takes long is not what all the others wait for."""
    jobs = sorted(jobs, key=size, reverse=True)
    if any(job.kind == "pdf" for job in jobs):
        try:
            import page  # noqa: F401 (once, for all workers)
        except ImportError:
            pass  # each job tells it
    parent = os.getppid()
    queue = os.memfd_create("jobs")
    end = os.write(queue, b"".join(number.to_bytes(4, "little") for number in range(len(jobs))))
    os.lseek(queue, 0, os.SEEK_SET)
    workers = set()
    while workers or os.lseek(queue, 0, os.SEEK_CUR) < end:
        # One that has done its share is replaced; nobody works for a parent that is gone.
        while len(workers) < processes and os.lseek(queue, 0, os.SEEK_CUR) < end and os.getppid() == parent:
            workers.add(start(jobs, queue))
        if not workers:
            return
        workers.discard(os.wait()[0])
