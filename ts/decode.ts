import { Writer, u32, type Bytes, type range, type u16 } from "ts2c";
import * as console from "#platform/console";
import { Meter, writeValue } from "./meter/meter.ts";
import { writeEntry, writeJsonUnit } from "./meter/write.ts";
import { writeCrc } from "./p1/crc16.ts";
import { DatedList } from "./p1/list.ts";
import { writeCode } from "./p1/obis.ts";
import { reasonText } from "./p1/reason.ts";
import { type StagedReading } from "./p1/staging.ts";
import { TelegramReader } from "./p1/telegram.ts";
import { NO_TIME, writeTime } from "./p1/timestamp.ts";

/** The longest file name that is repeated in the output; a longer one is cut. */
const FILE_LIMIT = 1024;
/** More than one reading takes: a text of 2048 control characters is 12288 bytes of JSON. */
const OUTPUT_BYTES = 16384;

/** Writes each telegram of a file as one line of JSON, piece by piece, so that no line is too long. */
class Decoder {
  private readonly reader: TelegramReader = new TelegramReader();
  private readonly meter: Meter = new Meter();
  private readonly list: DatedList = new DatedList();
  private readonly file: Uint8Array = new Uint8Array(FILE_LIMIT);
  private fileLength: range<0, 1024> = 0;
  private readonly output: Uint8Array = new Uint8Array(OUTPUT_BYTES);
  private readonly writer: Writer = new Writer(this.output);
  private lines: u32 = 0;
  private good: boolean = true;

  configure(key: Bytes, additional: Bytes): void {
    this.reader.encryption.configure(key, additional);
  }

  start(file: Bytes): void {
    // Ends what the file before may have left.
    this.reader.silence();
    const name = file.subarray(0, FILE_LIMIT);
    if (name.length <= FILE_LIMIT) {
      this.file.set(name, 0);
      this.fileLength = name.length;
    }
    this.lines = 0;
    this.good = true;
  }

  take(bytes: Bytes): void {
    let at: u32 = 0;
    while (at < bytes.length) {
      at = this.reader.read(bytes, at);
      this.report();
    }
  }

  end(): boolean {
    this.reader.silence();
    this.report();
    if (this.lines === 0) {
      this.writeFailure("no-telegram", "no telegram was found: none begins with / and an identification");
    }
    return this.good;
  }

  /** Writes the line for what the reader came to, if it came to anything. */
  private report(): void {
    switch (this.reader.outcome) {
      case "more":
        break;
      case "telegram":
        this.writeTelegram();
        break;
      case "crc":
        this.writeCrcFailure(this.reader.crcComputed());
        break;
      case "no-crc":
        this.writeFailure("no-crc", "the telegram ends without the CRC that a meter of its version sends");
        break;
      case "too-long":
        this.writeFailure("too-long", "a line of the telegram is longer than 2100 bytes");
        break;
      case "truncated":
        this.writeFailure("truncated", "the telegram was cut off before its end");
        break;
      case "encrypted":
        this.writeFailure("decryption", "the frame is encrypted: give its key, --key with 32 hexadecimal digits");
        break;
      case "decryption":
        this.writeFailure("decryption", this.decryptionMessage());
        break;
    }
  }

  private decryptionMessage(): string {
    if (this.reader.tag === "wrong") {
      return "the frame's tag is wrong: the key, the additional data (--aad) or bytes of it are not those of the meter";
    }
    return this.reader.holdsDlms()
      ? "the frame holds DLMS, as meters on a wired M-Bus send it: that is another protocol than P1"
      : "the frame holds no telegram";
  }

  /** Begins a line with `"ok":` and what the tag of an encrypted frame said. */
  private begin(ok: boolean): void {
    this.writer.text('{"file":');
    this.writer.jsonString(this.file.subarray(0, this.fileLength));
    this.writer.text(ok ? ',"ok":true' : ',"ok":false');
    if (this.reader.framed && this.reader.tag !== "none") {
      this.writer.text(',"tag":"');
      this.writer.text(this.reader.tag);
      this.writer.text('"');
    }
    this.lines = u32(this.lines + 1);
  }

  private flush(): void {
    console.write(this.writer.view());
    this.writer.clear();
  }

  private writeFailure(error: string, message: string): void {
    this.begin(false);
    this.writer.text(',"error":"');
    this.writer.text(error);
    this.writer.text('","message":"');
    this.writer.text(message);
    this.writer.text('"}\n');
    this.flush();
    this.good = false;
  }

  private writeCrcFailure(computed: u16): void {
    this.begin(false);
    this.writer.text(',"error":"crc","message":"the CRC behind ! does not match: the bytes from / to ! give ');
    writeCrc(this.writer, computed);
    this.writer.text('"}\n');
    this.flush();
    this.good = false;
  }

  private writeTelegram(): void {
    const staged = this.reader.staged;
    this.meter.take(staged, this.reader.identification());
    this.begin(true);
    this.writer.text(',"crc":"');
    this.writer.text(this.reader.crc);
    this.writer.text('","identification":');
    this.writer.jsonString(this.reader.identification());
    this.writer.text(',"readings":[');
    for (let i = 0; i < staged.count && i < staged.readings.length; i++) {
      this.writeReading(staged.readings[i], i === 0);
      this.flush();
    }
    this.writer.text('],"skipped":[');
    this.writeSkipped();
    this.writer.text("]}\n");
    this.flush();
  }

  private writeReading(reading: StagedReading, isFirst: boolean): void {
    const writer = this.writer;
    const staged = this.reader.staged;
    writer.text(isFirst ? '{"obis":"' : ',{"obis":"');
    writeCode(writer, reading.code);
    writer.text('","topic":"');
    this.meter.writeTopic(writer, staged, reading);
    writer.text('"');
    if (reading.kind === "list") {
      this.writeEntries(staged.textOf(reading));
      writer.text("}");
      return;
    }
    writer.text(',"value":');
    if (reading.kind === "text") {
      writer.jsonString(staged.textOf(reading));
    } else {
      writer.text('"');
      writeValue(writer, staged, reading);
      writer.text('"');
    }
    if (reading.kind === "number" && reading.unit !== "none") {
      writer.text(',"unit":');
      writeJsonUnit(writer, reading.unit, staged.textOf(reading));
    }
    if (reading.kind === "number" && reading.time !== NO_TIME) {
      writer.text(',"time":"');
      writeTime(writer, reading.time);
      writer.text('"');
    }
    writer.text("}");
  }

  /** Writes the entries of a list. One of whose time the meter's clock knew nothing has `null` for it. */
  private writeEntries(groups: Bytes): void {
    const writer = this.writer;
    const list = this.list;
    let separator = "";
    writer.text(',"entries":[');
    list.start();
    while (list.next(groups)) {
      writer.text(separator);
      separator = ",";
      writeEntry(writer, list, groups);
      this.flush();
    }
    writer.text("]");
  }

  /** Writes the lines that gave no reading, and how many there were beyond those that are kept. */
  private writeSkipped(): void {
    const writer = this.writer;
    const staged = this.reader.staged;
    for (let i = 0; i < staged.skippedKept && i < staged.skipped.length; i++) {
      const skipped = staged.skipped[i];
      writer.text(i === 0 ? '{"line":' : ',{"line":');
      writer.int(skipped.line);
      writer.text(',"why":"');
      writer.text(reasonText(skipped.why));
      writer.text('"}');
    }
    if (staged.skippedCount > staged.skippedKept) {
      writer.text(',{"line":0,"why":"full, as are more lines: ');
      writer.int(staged.skippedCount - staged.skippedKept);
      writer.text('"}');
    }
  }
}

const decoder: Decoder = new Decoder();

/**
 * Sets the key, 16 bytes, and the additional data, at most 64, of the encrypted frames in the files from now on; without a key
 * they are not decrypted.
 */
export function decodeKey(key: Bytes, additional: Bytes): void {
  decoder.configure(key, additional);
}

/** Begins a file of that name. */
export function decodeStart(file: Bytes): void {
  decoder.start(file);
}

/** Takes the file's next bytes and writes a line for each telegram that they end. */
export function decodeBytes(bytes: Bytes): void {
  decoder.take(bytes);
}

/** Ends the file. Whether it had telegrams, and all of them good ones. */
export function decodeEnd(): boolean {
  return decoder.end();
}
