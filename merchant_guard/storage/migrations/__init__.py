"""The steps of the database's schema, in order; the number of steps taken is the version of a file.

A step is never changed once it was released: what is different later is the next step.
"""

from merchant_guard.storage.migrations import (
    m0001_first_schema,
    m0002_kept_days,
    m0003_kept_profiles,
    m0004_evidence,
    m0005_registers,
    m0006_shop_details,
    m0007_incident_log,
    m0008_wording,
)

MIGRATIONS = (
    m0001_first_schema.apply,
    m0002_kept_days.apply,
    m0003_kept_profiles.apply,
    m0004_evidence.apply,
    m0005_registers.apply,
    m0006_shop_details.apply,
    m0007_incident_log.apply,
    m0008_wording.apply,
)
