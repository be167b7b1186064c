"""Key and act of judged claims beside their verdict, so that figures need not visit every claim."""

from __future__ import annotations

from django.db import migrations, models

_FILL = "UPDATE standing SET (key, act) = (SELECT c.key, c.act FROM claim c WHERE c.id = claim_id)"


class Migration(migrations.Migration):
    dependencies = [("casebook", "0006_tasks")]
    operations = [
        migrations.AddField("standing", "key", models.CharField(max_length=64, default="", help_text="Key of the claim, for figures.")),
        migrations.AddField("standing", "act", models.CharField(max_length=32, default="", help_text="Id of its act, for figures.")),
        migrations.RunSQL(_FILL, migrations.RunSQL.noop),
    ]  # fmt: skip
