-- wrk -s addresses.lua http://host:port -- FILE LINE
-- Asks for the addresses in FILE one after another, beginning after LINE, and again from the top.

local requests, at = {}, 0

function init(args)
  for address in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format("GET", address)
  end
  at = tonumber(args[2]) % #requests
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency, _)
  local failed = summary.errors
  io.write(string.format(
    '{"requests":%d,"seconds":%.6f,"bytes":%d,"p50_ms":%.4f,"p95_ms":%.4f,"failed":%d}\n',
    summary.requests, summary.duration / 1e6, summary.bytes,
    latency:percentile(50) / 1e3, latency:percentile(95) / 1e3,
    failed.connect + failed.read + failed.write + failed.timeout + failed.status))
end
