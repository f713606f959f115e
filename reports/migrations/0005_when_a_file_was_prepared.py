from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0004_files_of_a_publication"),
    ]

    operations = [
        migrations.AddField(
            model_name="prepared",
            name="moment",
            field=models.DateTimeField(auto_now=True),
        ),
    ]
