#!/bin/sh
# Writes the quarter hours of a P1 meter from an MQTT broker to InfluxDB: a point for each, with the meter's own time.
# A quarter hour that comes twice writes the same point again. Wants mosquitto-clients, jq and curl.
#
#   ./history-to-influxdb.sh -h broker -u user -P password        # what mosquitto_sub takes
#
# ROOT_TOPIC, and INFLUX_URL of the database: InfluxDB 1 as it stands here. InfluxDB 2 and 3
# take the same with INFLUX_TOKEN, which was not tried.
set -eu
ROOT_TOPIC=${ROOT_TOPIC:-p1_meter}
INFLUX_URL=${INFLUX_URL:-http://localhost:8086/write?db=home&precision=s}

# Every number is a field: p1_meter total/consumption_kWh=4426.004,total/gas_meter_m3=1107.007 1767617100
LINE='(.time | fromdate) as $time
  | [to_entries[] | select(.value | type == "number") | "\(.key)=\(.value)"]
  | select(length > 0) | "p1_meter \(join(",")) \($time)"'

# Under a name of its own and with -c the broker keeps what comes while this program is away.
mosquitto_sub -i "p1_history_$(hostname)" -c -q 1 -t "$ROOT_TOPIC/history" "$@" |
  jq --unbuffered -r "$LINE" |
  while IFS= read -r line; do
    while :; do
      status=$(curl -s -o /dev/null -w '%{http_code}' -H "Authorization: Token ${INFLUX_TOKEN:-}" \
        --data-binary "$line" "$INFLUX_URL") || status=0
      case $status in
      2*) break ;;
      4*)
        echo "InfluxDB refuses ($status): $line" >&2
        break
        ;;
      esac
      echo "InfluxDB does not answer ($status): trying again in 10 seconds." >&2
      sleep 10
    done
  done
