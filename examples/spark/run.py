"""Assess a Parquet table of persons on Spark, and write it with all results; the sums are printed.

    python examples/spark/run.py jining people.parquet told --wheel policy_calculator-….whl --common as_of=2021-09-30

The table may be one file or a folder of them, on any file system that Spark reads. Of `told` the folder `is_sum=false`
holds the persons' rows; those of which 问题 is not empty have something to mend.
"""

import os
import sys
from argparse import ArgumentParser
from pathlib import Path

from pyspark.sql import SparkSession
from pyspark.sql.functions import col

sys.path.insert(0, str(Path(__file__).parent))


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("policy")
    parser.add_argument("table")
    parser.add_argument("target")
    parser.add_argument("--wheel", help="the calculator's wheel, where the executors have not installed it")
    parser.add_argument("--common", nargs="*", default=[], metavar="fact=value")
    parser.add_argument("--batch", type=int, default=50_000, help="rows of a batch")
    asked = parser.parse_args()
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    spark = (
        SparkSession.builder.appName("policy-calculator")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", asked.batch)
        .config("spark.python.worker.reuse", "true")
        .getOrCreate()
    )
    for file in filter(None, (asked.wheel, str(Path(__file__).with_name("assess_table.py")))):
        spark.sparkContext.addPyFile(file)
    if asked.wheel:
        sys.path.insert(0, asked.wheel)

    from assess_table import SUMS, assess_table, read_sums

    from calc.facts.check import check_facts

    common = check_facts(dict(each.split("=", 1) for each in asked.common))
    told = assess_table(spark.read.parquet(asked.table), asked.policy, common)
    marked = told.withColumn("is_sum", col(SUMS).isNotNull())
    marked.write.mode("overwrite").partitionBy("is_sum").parquet(asked.target)
    written = spark.read.parquet(asked.target).where(col("is_sum"))
    for row in read_sums(each[SUMS] for each in written.select(SUMS).collect()):
        most = "?" if row.high is None else row.high
        print(row.payee.label, row.fund, row.low, most)
    spark.stop()


if __name__ == "__main__":
    main()
