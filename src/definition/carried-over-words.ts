/** Stands where a figure or a date of the new year is still to be filled in; every field refuses it. */
export const TO_FILL = '待填';

/** The key of a file's list of texts that were taken over from last year and that nobody has confirmed yet. */
export const TO_CONFIRM = '待确认';

/** Stands where last year's figures are read from last year's file, so that nobody types them again. */
export const FROM_PREVIOUS = '取自上年文件';

/** What a new department's file says of its duties until they are written. */
export const EXAMPLE_DUTY = '负责本部门职责范围内的工作。';
