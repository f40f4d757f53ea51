; compiled by zoning.geo.kernels.build from source facd27879eefe5645c7bb81a3014cc8c4eb54facb4d85f667e43c9a89ccfcd52

define i32 @zoning_divide(ptr %retptr, ptr %excinfo, i64 %arg.n, i64 %arg.count, i64 %arg.trees, ptr %arg.start, ptr %arg.near, ptr %arg.length, ptr %arg.hidden, ptr %arg.cost, ptr %arg.feature, ptr %arg.rule, ptr %arg.zone, ptr %arg.seed, ptr %arg.local, ptr %arg.member, ptr %arg.order, ptr %arg.parent, ptr %arg.depth, ptr %arg.front, ptr %arg.front_from, ptr %arg.sums, ptr %arg.side, ptr %arg.whole, ptr %arg.want) {
B0.endif:
  %.570 = alloca i64, align 8
  %arg.n.fr = freeze i64 %arg.n
  %excinfo.1 = alloca ptr, align 8
  %.822 = alloca i64, align 8
  store i64 0, ptr %.822, align 8
  %excinfo.2 = alloca ptr, align 8
  %.924 = alloca i64, align 8
  %excinfo.3 = alloca ptr, align 8
  %.1524 = alloca double, align 8
  store double 0.000000e+00, ptr %.1524, align 8
  %excinfo.6 = alloca ptr, align 8
  %.1575 = alloca double, align 8
  store double 0.000000e+00, ptr %.1575, align 8
  %excinfo.7 = alloca ptr, align 8
  %.111 = icmp sgt i64 %arg.n.fr, 0
  br i1 %.111, label %B36.preheader, label %B92.preheader.us.peel

B92.preheader.us.peel:                            ; preds = %B0.endif
  store i64 %arg.count, ptr %arg.want, align 8
  %.240833.us.peel = icmp sgt i64 %arg.count, 1
  %spec.store.select = select i1 %.240833.us.peel, i64 1, i64 %arg.count
  store i64 %spec.store.select, ptr %arg.want, align 8
  br label %B1506

B36.preheader:                                    ; preds = %B0.endif
  %const = bitcast i64 9223372036854775804 to i64
  %xtraiter = and i64 %arg.n.fr, 3
  %0 = icmp ult i64 %arg.n.fr, 4
  br i1 %0, label %B36.epil.preheader, label %B36.preheader.new

B36.preheader.new:                                ; preds = %B36.preheader
  %unroll_iter = and i64 %arg.n.fr, %const
  br label %B36

B36:                                              ; preds = %B36, %B36.preheader.new
  %.161564566 = phi i64 [ 0, %B36.preheader.new ], [ %.168.3, %B36 ]
  %sunkaddr = mul i64 %.161564566, 8
  %sunkaddr354 = getelementptr i8, ptr %arg.zone, i64 %sunkaddr
  store i64 0, ptr %sunkaddr354, align 8
  %sunkaddr355 = mul i64 %.161564566, 8
  %sunkaddr356 = getelementptr i8, ptr %arg.local, i64 %sunkaddr355
  store i64 -1, ptr %sunkaddr356, align 8
  %sunkaddr357 = mul i64 %.161564566, 8
  %sunkaddr358 = getelementptr i8, ptr %arg.zone, i64 %sunkaddr357
  %sunkaddr359 = getelementptr i8, ptr %sunkaddr358, i64 8
  store i64 0, ptr %sunkaddr359, align 8
  %sunkaddr360 = mul i64 %.161564566, 8
  %sunkaddr361 = getelementptr i8, ptr %arg.local, i64 %sunkaddr360
  %sunkaddr362 = getelementptr i8, ptr %sunkaddr361, i64 8
  store i64 -1, ptr %sunkaddr362, align 8
  %sunkaddr363 = mul i64 %.161564566, 8
  %sunkaddr364 = getelementptr i8, ptr %arg.zone, i64 %sunkaddr363
  %sunkaddr365 = getelementptr i8, ptr %sunkaddr364, i64 16
  store i64 0, ptr %sunkaddr365, align 8
  %sunkaddr366 = mul i64 %.161564566, 8
  %sunkaddr367 = getelementptr i8, ptr %arg.local, i64 %sunkaddr366
  %sunkaddr368 = getelementptr i8, ptr %sunkaddr367, i64 16
  store i64 -1, ptr %sunkaddr368, align 8
  %.168.3 = add nuw nsw i64 %.161564566, 4
  %sunkaddr369 = mul i64 %.161564566, 8
  %sunkaddr370 = getelementptr i8, ptr %arg.zone, i64 %sunkaddr369
  %sunkaddr371 = getelementptr i8, ptr %sunkaddr370, i64 24
  store i64 0, ptr %sunkaddr371, align 8
  %sunkaddr372 = mul i64 %.161564566, 8
  %sunkaddr373 = getelementptr i8, ptr %arg.local, i64 %sunkaddr372
  %sunkaddr374 = getelementptr i8, ptr %sunkaddr373, i64 24
  store i64 -1, ptr %sunkaddr374, align 8
  %niter.ncmp.3 = icmp eq i64 %unroll_iter, %.168.3
  br i1 %niter.ncmp.3, label %B92.preheader.preheader.unr-lcssa, label %B36

B92.preheader.preheader.unr-lcssa:                ; preds = %B36
  %lcmp.mod.not = icmp eq i64 %xtraiter, 0
  br i1 %lcmp.mod.not, label %B92.preheader.preheader, label %B36.epil.preheader

B36.epil.preheader:                               ; preds = %B92.preheader.preheader.unr-lcssa, %B36.preheader
  %.161564566.epil.init = phi i64 [ 0, %B36.preheader ], [ %.168.3, %B92.preheader.preheader.unr-lcssa ]
  %1 = shl i64 %.161564566.epil.init, 3
  %scevgep334 = getelementptr i8, ptr %arg.local, i64 %1
  %scevgep336 = getelementptr i8, ptr %arg.zone, i64 %1
  br label %B36.epil

B36.epil:                                         ; preds = %B36.epil, %B36.epil.preheader
  %epil.iter = phi i64 [ %epil.iter.next, %B36.epil ], [ 0, %B36.epil.preheader ]
  %2 = shl nuw nsw i64 %epil.iter, 3
  %scevgep337 = getelementptr i8, ptr %scevgep336, i64 %2
  store i64 0, ptr %scevgep337, align 8
  %3 = shl nuw nsw i64 %epil.iter, 3
  %scevgep335 = getelementptr i8, ptr %scevgep334, i64 %3
  store i64 -1, ptr %scevgep335, align 8
  %epil.iter.next = add i64 %epil.iter, 1
  %epil.iter.cmp.not = icmp eq i64 %xtraiter, %epil.iter.next
  br i1 %epil.iter.cmp.not, label %B92.preheader.preheader, label %B36.epil, !llvm.loop !0

B92.preheader.preheader:                          ; preds = %B36.epil, %B92.preheader.preheader.unr-lcssa
  store i64 %arg.count, ptr %arg.want, align 8
  %const_mat = add i64 %const, 2
  %unroll_iter270 = and i64 %arg.n.fr, %const_mat
  %scevgep322 = getelementptr i8, ptr %arg.order, i64 8
  br label %B92.preheader

B92.preheader:                                    ; preds = %B1507, %B92.preheader.preheader
  %z.2.01056 = phi i64 [ %z.3.1, %B1507 ], [ 0, %B92.preheader.preheader ]
  %zones.2.01055 = phi i64 [ %zones.3.1543, %B1507 ], [ 1, %B92.preheader.preheader ]
  %.238 = getelementptr i64, ptr %arg.want, i64 %z.2.01056
  %.239832 = load i64, ptr %.238, align 8
  %.240833 = icmp slt i64 %.239832, 2
  br i1 %.240833, label %B116, label %B128.endif.preheader

B128.endif.preheader:                             ; preds = %B92.preheader
  br label %B128.endif

B92:                                              ; preds = %B1456
  %.240 = icmp slt i64 %.1870, 2
  br i1 %.240, label %B116, label %B128.endif

B116:                                             ; preds = %B92, %B92.preheader
  %zones.3.1.lcssa = phi i64 [ %zones.2.01055, %B92.preheader ], [ %.1880, %B92 ]
  %.243 = add nsw i64 %z.2.01056, 1
  br label %B1507

B164:                                             ; preds = %B164.preheader, %B220.1
  %m.2.3574 = phi i64 [ %m.3.4.1, %B220.1 ], [ 0, %B164.preheader ]
  %.339570572 = phi i64 [ %.346.1, %B220.1 ], [ 0, %B164.preheader ]
  %4 = add i64 %.339570572, 1
  %sunkaddr375 = mul i64 %.339570572, 8
  %sunkaddr376 = getelementptr i8, ptr %arg.zone, i64 %sunkaddr375
  %.381 = load i64, ptr %sunkaddr376, align 8
  %.383 = icmp eq i64 %.381, %z.2.01056
  br i1 %.383, label %B190, label %B220

B190:                                             ; preds = %B164
  %sunkaddr377 = mul i64 %.339570572, 8
  %sunkaddr378 = getelementptr i8, ptr %arg.local, i64 %sunkaddr377
  store i64 %m.2.3574, ptr %sunkaddr378, align 8
  %.393 = getelementptr i64, ptr %arg.member, i64 %m.2.3574
  store i64 %.339570572, ptr %.393, align 8
  %.398 = add nsw i64 %m.2.3574, 1
  br label %B220

B220:                                             ; preds = %B190, %B164
  %m.3.4 = phi i64 [ %.398, %B190 ], [ %m.2.3574, %B164 ]
  %.346.1 = add nuw i64 %.339570572, 2
  %sunkaddr379 = mul i64 %.339570572, 8
  %sunkaddr380 = getelementptr i8, ptr %arg.zone, i64 %sunkaddr379
  %sunkaddr381 = getelementptr i8, ptr %sunkaddr380, i64 8
  %.381.1 = load i64, ptr %sunkaddr381, align 8
  %.383.1 = icmp eq i64 %.381.1, %z.2.01056
  br i1 %.383.1, label %B190.1, label %B220.1

B190.1:                                           ; preds = %B220
  %sunkaddr382 = mul i64 %.339570572, 8
  %sunkaddr383 = getelementptr i8, ptr %arg.local, i64 %sunkaddr382
  %sunkaddr384 = getelementptr i8, ptr %sunkaddr383, i64 8
  store i64 %m.3.4, ptr %sunkaddr384, align 8
  %.393.1 = getelementptr i64, ptr %arg.member, i64 %m.3.4
  store i64 %4, ptr %.393.1, align 8
  %.398.1 = add nsw i64 %m.3.4, 1
  br label %B220.1

B220.1:                                           ; preds = %B190.1, %B220
  %m.3.4.1 = phi i64 [ %.398.1, %B190.1 ], [ %m.3.4, %B220 ]
  %niter271.ncmp.1 = icmp eq i64 %unroll_iter270, %.346.1
  br i1 %niter271.ncmp.1, label %B222.unr-lcssa, label %B164

B222.unr-lcssa:                                   ; preds = %B220.1
  %5 = and i64 %arg.n.fr, 1
  %6 = icmp eq i64 %5, 0
  br i1 %6, label %B222, label %B164.epil.preheader

B164.epil.preheader:                              ; preds = %B128.endif, %B222.unr-lcssa
  %m.2.3574.epil.init = phi i64 [ 0, %B128.endif ], [ %m.3.4.1, %B222.unr-lcssa ]
  %.339570572.epil.init = phi i64 [ 0, %B128.endif ], [ %.346.1, %B222.unr-lcssa ]
  %.380.epil = getelementptr i64, ptr %arg.zone, i64 %.339570572.epil.init
  %.381.epil = load i64, ptr %.380.epil, align 8
  %.383.epil = icmp eq i64 %.381.epil, %z.2.01056
  br i1 %.383.epil, label %B190.epil, label %B222

B190.epil:                                        ; preds = %B164.epil.preheader
  %.388.epil = getelementptr i64, ptr %arg.local, i64 %.339570572.epil.init
  store i64 %m.2.3574.epil.init, ptr %.388.epil, align 8
  %.393.epil = getelementptr i64, ptr %arg.member, i64 %m.2.3574.epil.init
  store i64 %.339570572.epil.init, ptr %.393.epil, align 8
  %.398.epil = add nsw i64 %m.2.3574.epil.init, 1
  br label %B222

B222:                                             ; preds = %B190.epil, %B164.epil.preheader, %B222.unr-lcssa
  %m.3.4.lcssa = phi i64 [ %m.3.4.1, %B222.unr-lcssa ], [ %.398.epil, %B190.epil ], [ %m.2.3574.epil.init, %B164.epil.preheader ]
  %.417 = icmp slt i64 %m.3.4.lcssa, 2
  br i1 %.417, label %B234.endif, label %B304

B304:                                             ; preds = %B222
  %.574 = call i32 @_ZN6zoning10boundaries7kernels16zone_sums_source11sum_membersB3v10B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a8int64_2a8int64_2a8int64_2a10float64_2a10float64_2a10float64_2a10float64_2a23Literal_5bint_5d_280_29(ptr %.570, ptr %excinfo.1, i64 %m.3.4.lcssa, ptr %arg.member, ptr %arg.local, ptr %arg.start, ptr %arg.near, ptr %arg.length, ptr %arg.hidden, ptr %arg.feature, ptr %arg.whole, i64 0)
  switch i32 %.574, label %B304.if.if [
    i32 -2, label %B304.endif
    i32 0, label %B304.endif
  ], !prof !2

common.ret:                                       ; preds = %B1230.if.if, %B1174.if.if, %B592.if.if, %B508.endif.if.if, %B304.if.if, %B1506, %B586
  %common.ret.op = phi i32 [ 0, %B586 ], [ 0, %B1506 ], [ %.574, %B304.if.if ], [ %.826, %B508.endif.if.if ], [ %.928, %B592.if.if ], [ %.1528, %B1174.if.if ], [ %.1579, %B1230.if.if ]
  ret i32 %common.ret.op

B586:                                             ; preds = %B508.endif.endif
  store i64 -1, ptr %retptr, align 8
  br label %common.ret

B592:                                             ; preds = %B508.endif.endif
  %.928 = call i32 @_ZN6zoning10boundaries7kernels12trees_source9tree_sumsB3v12B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a8int64_2a8int64_2a8int64_2a10float64_2a10float64_2a10float64_2a8int64_2a8int64_2a8int64_2a10float64_2a(ptr %.924, ptr %excinfo.3, i64 %m.3.4.lcssa, ptr %arg.member, ptr %arg.local, ptr %arg.start, ptr %arg.near, ptr %arg.length, ptr %arg.hidden, ptr %arg.feature, ptr %arg.order, ptr %arg.parent, ptr %arg.depth, ptr %arg.sums)
  switch i32 %.928, label %B592.if.if [
    i32 -2, label %B676.preheader
    i32 0, label %B676.preheader
  ], !prof !2

B676.preheader:                                   ; preds = %B592, %B592
  br label %B676

B676:                                             ; preds = %B676, %B676.preheader
  %lsr.iv314 = phi ptr [ %arg.depth, %B676.preheader ], [ %scevgep315, %B676 ]
  %lsr.iv = phi i64 [ %16, %B676.preheader ], [ %lsr.iv.next, %B676 ]
  store i64 1, ptr %lsr.iv314, align 8
  %lsr.iv.next = add i64 %lsr.iv, -1
  %scevgep315 = getelementptr i8, ptr %lsr.iv314, i64 8
  %.1028 = icmp sgt i64 %lsr.iv.next, 1
  br i1 %.1028, label %B676, label %B732.preheader

B732.preheader:                                   ; preds = %B676
  br label %B732

B732:                                             ; preds = %B732, %B732.preheader
  %lsr.iv317 = phi i64 [ %m.3.4.lcssa, %B732.preheader ], [ %lsr.iv.next318, %B732 ]
  %sunkaddr385 = mul i64 %lsr.iv317, 8
  %sunkaddr386 = getelementptr i8, ptr %arg.order, i64 %sunkaddr385
  %sunkaddr387 = getelementptr i8, ptr %sunkaddr386, i64 -8
  %.1195 = load i64, ptr %sunkaddr387, align 8
  %.1197 = getelementptr i64, ptr %arg.parent, i64 %.1195
  %.1198 = load i64, ptr %.1197, align 8
  %.1200 = getelementptr i64, ptr %arg.depth, i64 %.1198
  %.1201 = load i64, ptr %.1200, align 8
  %.1206 = getelementptr i64, ptr %arg.depth, i64 %.1195
  %.1207 = load i64, ptr %.1206, align 8
  %.1208 = add nsw i64 %.1207, %.1201
  store i64 %.1208, ptr %.1200, align 8
  %lsr.iv.next318 = add i64 %lsr.iv317, -1
  %.1155 = icmp sgt i64 %lsr.iv.next318, 1
  br i1 %.1155, label %B732, label %B854.endif.endif.endif.preheader

B854.endif.endif.endif.preheader:                 ; preds = %B732
  %.134.i = load double, ptr %arg.whole, align 8, !noalias !3
  %sunkaddr388 = getelementptr i8, ptr %arg.whole, i64 8
  %.134.1.i = load double, ptr %sunkaddr388, align 8, !noalias !3
  %sunkaddr389 = getelementptr i8, ptr %arg.whole, i64 16
  %.134.2.i = load double, ptr %sunkaddr389, align 8, !noalias !3
  %sunkaddr390 = getelementptr i8, ptr %arg.whole, i64 24
  %.134.3.i = load double, ptr %sunkaddr390, align 8, !noalias !3
  %sunkaddr391 = getelementptr i8, ptr %arg.whole, i64 32
  %.134.4.i = load double, ptr %sunkaddr391, align 8, !noalias !3
  %sunkaddr392 = getelementptr i8, ptr %arg.whole, i64 40
  %.134.5.i = load double, ptr %sunkaddr392, align 8, !noalias !3
  %sunkaddr393 = getelementptr i8, ptr %arg.whole, i64 48
  %.134.6.i = load double, ptr %sunkaddr393, align 8, !noalias !3
  %sunkaddr394 = getelementptr i8, ptr %arg.whole, i64 56
  %.134.7.i = load double, ptr %sunkaddr394, align 8, !noalias !3
  %sunkaddr395 = getelementptr i8, ptr %arg.whole, i64 64
  %.134.8.i = load double, ptr %sunkaddr395, align 8, !noalias !3
  %sunkaddr396 = getelementptr i8, ptr %arg.whole, i64 72
  %.134.9.i = load double, ptr %sunkaddr396, align 8, !noalias !3
  %sunkaddr397 = getelementptr i8, ptr %arg.whole, i64 80
  %.134.10.i = load double, ptr %sunkaddr397, align 8, !noalias !3
  br label %B854.endif.endif.endif

B1230:                                            ; preds = %B1174.endif
  %.1571 = sub nsw i64 %.597, %ka.8.4
  %.1579 = call i32 @_ZN6zoning10boundaries7kernels16zone_sums_source13super_badnessB2v8B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAE10float64_2a24Literal_5bint_5d_2811_29x10float64_2ad(ptr %.1575, ptr %excinfo.7, ptr %arg.whole, i64 11, i64 %.1571, ptr %arg.rule, double %fair.2.2)
  switch i32 %.1579, label %B1230.if.if [
    i32 -2, label %B1230.endif
    i32 0, label %B1230.endif
  ], !prof !2

B1292:                                            ; preds = %B1230.endif
  br label %B1304

B1304:                                            ; preds = %B1230.endif, %B1174.endif, %B1292
  %best.4.4 = phi double [ %.1600, %B1292 ], [ %best.2.3603, %B1230.endif ], [ %best.2.3603, %B1174.endif ]
  %best_k.4.4 = phi i64 [ %ka.8.4, %B1292 ], [ %best_k.3.3604, %B1230.endif ], [ %best_k.3.3604, %B1174.endif ]
  %found.3.4 = phi i64 [ %.1352, %B1292 ], [ %found.2.3605, %B1230.endif ], [ %found.2.3605, %B1174.endif ]
  %lsr.iv.next321 = add i64 %lsr.iv320, -1
  %scevgep324 = getelementptr i8, ptr %lsr.iv323, i64 8
  %.1312 = icmp sgt i64 %lsr.iv.next321, 1
  br i1 %.1312, label %B854.endif.endif.endif, label %B1306

B1306:                                            ; preds = %B1304
  %.1657 = icmp sgt i64 %found.3.4, -1
  br i1 %.1657, label %B36.preheader.i, label %B1356

B36.preheader.i:                                  ; preds = %B1306
  %7 = icmp eq i64 %m.3.4.lcssa, 2
  tail call void @llvm.memset.p0.i64(ptr align 8 %arg.side, i8 0, i64 %15, i1 false), !noalias !6
  %.149.i = getelementptr i64, ptr %arg.side, i64 %found.3.4
  store i64 1, ptr %.149.i, align 8, !noalias !6
  br i1 %7, label %B94.epil.preheader.i, label %B94.i.preheader

B94.i.preheader:                                  ; preds = %B36.preheader.i
  br label %B94.i

B94.i:                                            ; preds = %B170.1.i, %B94.i.preheader
  %.2399193.i = phi i64 [ %.246.1.i, %B170.1.i ], [ 1, %B94.i.preheader ]
  %sunkaddr.i = shl i64 %.2399193.i, 3
  %scevgep326 = getelementptr i8, ptr %scevgep322, i64 %sunkaddr.i
  %scevgep327 = getelementptr i8, ptr %scevgep326, i64 -8
  %.273.i = load i64, ptr %scevgep327, align 8, !noalias !6
  %.279.not.i = icmp eq i64 %.273.i, %found.3.4
  br i1 %.279.not.i, label %B170.i, label %B124.i

B124.i:                                           ; preds = %B94.i
  %.283.i = getelementptr i64, ptr %arg.parent, i64 %.273.i
  %.284.i = load i64, ptr %.283.i, align 8, !noalias !6
  %.286.i = getelementptr i64, ptr %arg.side, i64 %.284.i
  %.287.i = load i64, ptr %.286.i, align 8, !noalias !6
  %.288.i = icmp eq i64 %.287.i, 1
  br i1 %.288.i, label %B160.i, label %B170.i

B160.i:                                           ; preds = %B124.i
  %.292.i = getelementptr i64, ptr %arg.side, i64 %.273.i
  store i64 1, ptr %.292.i, align 8, !noalias !6
  br label %B170.i

B170.i:                                           ; preds = %B160.i, %B124.i, %B94.i
  %.246.1.i = add i64 %.2399193.i, 2
  %8 = shl i64 %.2399193.i, 3
  %scevgep325 = getelementptr i8, ptr %scevgep322, i64 %8
  %.273.1.i = load i64, ptr %scevgep325, align 8, !noalias !6
  %.279.not.1.i = icmp eq i64 %.273.1.i, %found.3.4
  br i1 %.279.not.1.i, label %B170.1.i, label %B124.1.i

B124.1.i:                                         ; preds = %B170.i
  %.283.1.i = getelementptr i64, ptr %arg.parent, i64 %.273.1.i
  %.284.1.i = load i64, ptr %.283.1.i, align 8, !noalias !6
  %.286.1.i = getelementptr i64, ptr %arg.side, i64 %.284.1.i
  %.287.1.i = load i64, ptr %.286.1.i, align 8, !noalias !6
  %.288.1.i = icmp eq i64 %.287.1.i, 1
  br i1 %.288.1.i, label %B160.1.i, label %B170.1.i

B160.1.i:                                         ; preds = %B124.1.i
  %.292.1.i = getelementptr i64, ptr %arg.side, i64 %.273.1.i
  store i64 1, ptr %.292.1.i, align 8, !noalias !6
  br label %B170.1.i

B170.1.i:                                         ; preds = %B160.1.i, %B124.1.i, %B170.i
  %9 = add i64 %20, %.246.1.i
  %niter.ncmp.1.i = icmp eq i64 %9, 1
  br i1 %niter.ncmp.1.i, label %B172.loopexit.unr-lcssa.i, label %B94.i

B172.loopexit.unr-lcssa.i:                        ; preds = %B170.1.i
  %10 = and i64 %.1112.neg, 1
  %11 = icmp eq i64 %10, 0
  br i1 %11, label %B1356, label %B94.epil.preheader.i

B94.epil.preheader.i:                             ; preds = %B172.loopexit.unr-lcssa.i, %B36.preheader.i
  %.2399193.epil.init.i = phi i64 [ 1, %B36.preheader.i ], [ %.246.1.i, %B172.loopexit.unr-lcssa.i ]
  %.272.epil.i = getelementptr i64, ptr %arg.order, i64 %.2399193.epil.init.i
  %.273.epil.i = load i64, ptr %.272.epil.i, align 8, !noalias !6
  %.279.not.epil.i = icmp eq i64 %.273.epil.i, %found.3.4
  br i1 %.279.not.epil.i, label %B1356, label %B124.epil.i

B124.epil.i:                                      ; preds = %B94.epil.preheader.i
  %.283.epil.i = getelementptr i64, ptr %arg.parent, i64 %.273.epil.i
  %.284.epil.i = load i64, ptr %.283.epil.i, align 8, !noalias !6
  %.286.epil.i = getelementptr i64, ptr %arg.side, i64 %.284.epil.i
  %.287.epil.i = load i64, ptr %.286.epil.i, align 8, !noalias !6
  %.288.epil.i = icmp eq i64 %.287.epil.i, 1
  br i1 %.288.epil.i, label %B160.epil.i, label %B1356

B160.epil.i:                                      ; preds = %B124.epil.i
  %.292.epil.i = getelementptr i64, ptr %arg.side, i64 %.273.epil.i
  store i64 1, ptr %.292.epil.i, align 8, !noalias !6
  br label %B1356

B1356:                                            ; preds = %B160.epil.i, %B124.epil.i, %B94.epil.preheader.i, %B172.loopexit.unr-lcssa.i, %B1306
  %exitcond1493.not = icmp eq i64 %arg.trees, %.743
  br i1 %exitcond1493.not, label %B1392.preheader, label %B508.else.if

B1392:                                            ; preds = %B1392.preheader, %B1454
  %lsr.iv330 = phi i64 [ 0, %B1392.preheader ], [ %lsr.iv.next331, %B1454 ]
  %lsr.iv328 = phi i64 [ %23, %B1392.preheader ], [ %lsr.iv.next329, %B1454 ]
  %scevgep333 = getelementptr i8, ptr %arg.member, i64 %lsr.iv330
  %.1835 = load i64, ptr %scevgep333, align 8
  %.1841 = getelementptr i64, ptr %arg.local, i64 %.1835
  store i64 -1, ptr %.1841, align 8
  %scevgep332 = getelementptr i8, ptr %arg.side, i64 %lsr.iv330
  %.1845 = load i64, ptr %scevgep332, align 8
  %.1846 = icmp eq i64 %.1845, 1
  br i1 %.1846, label %B1444, label %B1454

B1444:                                            ; preds = %B1392
  %.1851 = getelementptr i64, ptr %arg.zone, i64 %.1835
  store i64 %zones.3.1844, ptr %.1851, align 8
  br label %B1454

B1454:                                            ; preds = %B1444, %B1392
  %lsr.iv.next329 = add i64 %lsr.iv328, -1
  %lsr.iv.next331 = add i64 %lsr.iv330, 8
  %.1795 = icmp sgt i64 %lsr.iv.next329, 1
  br i1 %.1795, label %B1392, label %B1456

B1456:                                            ; preds = %B1454
  %12 = icmp slt i64 %zones.2.01055, %z.2.01056
  %.1866 = getelementptr i64, ptr %arg.want, i64 %zones.3.1844
  store i64 %best_k.2.2.lcssa, ptr %.1866, align 8
  %.1870 = sub nsw i64 %.597, %best_k.2.2.lcssa
  %sunkaddr398 = mul i64 %z.2.01056, 8
  %sunkaddr399 = getelementptr i8, ptr %arg.want, i64 %sunkaddr398
  store i64 %.1870, ptr %sunkaddr399, align 8
  %.1880 = add nsw i64 %zones.3.1844, 1
  br i1 %12, label %B1506, label %B92

B1506:                                            ; preds = %B1507, %B1456, %B92.preheader.us.peel
  %zones.4.2 = phi i64 [ %.1880, %B1456 ], [ 1, %B92.preheader.us.peel ], [ %zones.3.1543, %B1507 ]
  store i64 %zones.4.2, ptr %retptr, align 8
  br label %common.ret

B1507:                                            ; preds = %B276.preheader, %B234.endif, %B116
  %zones.3.1543 = phi i64 [ %zones.3.1.lcssa, %B116 ], [ %zones.3.1844, %B234.endif ], [ %zones.3.1844, %B276.preheader ]
  %z.3.1 = phi i64 [ %.243, %B116 ], [ %z.2.01056, %B234.endif ], [ %z.2.01056, %B276.preheader ]
  %.227 = icmp slt i64 %z.3.1, %zones.3.1543
  br i1 %.227, label %B92.preheader, label %B1506

B128.endif:                                       ; preds = %B92, %B128.endif.preheader
  %zones.3.1844 = phi i64 [ %.1880, %B92 ], [ %zones.2.01055, %B128.endif.preheader ]
  %13 = icmp eq i64 %arg.n.fr, 1
  br i1 %13, label %B164.epil.preheader, label %B164.preheader

B164.preheader:                                   ; preds = %B128.endif
  br label %B164

B234.endif:                                       ; preds = %B222
  %sunkaddr400 = mul i64 %z.2.01056, 8
  %sunkaddr401 = getelementptr i8, ptr %arg.want, i64 %sunkaddr400
  store i64 1, ptr %sunkaddr401, align 8
  %.463.not = icmp eq i64 %m.3.4.lcssa, 1
  br i1 %.463.not, label %B276.preheader, label %B1507

B276.preheader:                                   ; preds = %B234.endif
  %.545 = load i64, ptr %arg.member, align 8
  %.547 = getelementptr i64, ptr %arg.local, i64 %.545
  store i64 -1, ptr %.547, align 8
  br label %B1507

B304.endif:                                       ; preds = %B304, %B304
  %14 = icmp slt i64 %arg.trees, 1
  %sunkaddr402 = mul i64 %z.2.01056, 8
  %sunkaddr403 = getelementptr i8, ptr %arg.want, i64 %sunkaddr402
  %.597 = load i64, ptr %sunkaddr403, align 8
  %.603 = load double, ptr %arg.whole, align 8
  %sunkaddr404 = getelementptr i8, ptr %arg.whole, i64 72
  %.606 = load double, ptr %sunkaddr404, align 8
  %.607 = fsub double %.603, %.606
  %sunkaddr405 = getelementptr i8, ptr %arg.whole, i64 80
  %.613 = load double, ptr %sunkaddr405, align 8
  %.615 = sitofp i64 %.597 to double
  %.616 = fsub double %.615, %.613
  %.620 = fcmp olt double %.616, 1.000000e+00
  %usual.2.2431 = select i1 %.620, double 1.000000e+00, double %.616
  %.630 = fdiv double %.607, %usual.2.2431
  %.638 = fcmp ole double %.630, 0.000000e+00
  %fair.2.2 = select i1 %.638, double 1.000000e+00, double %.630
  br i1 %14, label %B1392.preheader, label %B508.else.if.lr.ph

B508.else.if.lr.ph:                               ; preds = %B304.endif
  %.1112.neg = add i64 %m.3.4.lcssa, -1
  %.1446 = add nsw i64 %.597, -1
  %.1496 = sub i64 %.597, %m.3.4.lcssa
  %15 = shl nuw i64 %m.3.4.lcssa, 3
  %16 = add i64 %m.3.4.lcssa, 1
  %17 = lshr i64 %.1112.neg, 1
  %18 = trunc i64 %17 to i62
  %19 = zext i62 %18 to i64
  %20 = mul nsw i64 %19, -2
  br label %B508.else.if

B304.if.if:                                       ; preds = %B304
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B508.else.if:                                     ; preds = %B508.else.if.lr.ph, %B1356
  %best_k.2.2686 = phi i64 [ 1, %B508.else.if.lr.ph ], [ %best_k.4.4, %B1356 ]
  %best.3.2685 = phi double [ 1.000000e+300, %B508.else.if.lr.ph ], [ %best.4.4, %B1356 ]
  %.736619683 = phi i64 [ 0, %B508.else.if.lr.ph ], [ %.743, %B1356 ]
  %.743 = add nuw nsw i64 %.736619683, 1
  %.788.urem = urem i64 %.736619683, 3
  %21 = shl nuw nsw i64 %.788.urem, 2
  %.810 = uitofp i64 %21 to double
  store i64 0, ptr %.822, align 8
  %.826 = call i32 @_ZN6zoning10boundaries7kernels12trees_source9grow_treeB3v11B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a8int64_2a8int64_2a8int64_2a10float64_2ad8int64_2a8int64_2a8int64_2a8int64_2a8int64_2a(ptr %.822, ptr %excinfo.2, i64 %m.3.4.lcssa, ptr %arg.member, ptr %arg.local, ptr %arg.start, ptr %arg.near, ptr %arg.cost, double %.810, ptr %arg.seed, ptr %arg.order, ptr %arg.parent, ptr %arg.front, ptr %arg.front_from)
  switch i32 %.826, label %B508.endif.if.if [
    i32 -2, label %B508.endif.endif
    i32 0, label %B508.endif.endif
  ], !prof !2

B508.endif.endif:                                 ; preds = %B508.else.if, %B508.else.if
  %.836 = load i64, ptr %.822, align 8
  %.847 = icmp slt i64 %.836, %m.3.4.lcssa
  br i1 %.847, label %B586, label %B592

B508.endif.if.if:                                 ; preds = %B508.else.if
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B592.if.if:                                       ; preds = %B592
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B854.endif.endif.endif:                           ; preds = %B1304, %B854.endif.endif.endif.preheader
  %lsr.iv323 = phi ptr [ %scevgep322, %B854.endif.endif.endif.preheader ], [ %scevgep324, %B1304 ]
  %lsr.iv320 = phi i64 [ %m.3.4.lcssa, %B854.endif.endif.endif.preheader ], [ %lsr.iv.next321, %B1304 ]
  %found.2.3605 = phi i64 [ %found.3.4, %B1304 ], [ -1, %B854.endif.endif.endif.preheader ]
  %best_k.3.3604 = phi i64 [ %best_k.4.4, %B1304 ], [ %best_k.2.2686, %B854.endif.endif.endif.preheader ]
  %best.2.3603 = phi double [ %best.4.4, %B1304 ], [ %best.3.2685, %B854.endif.endif.endif.preheader ]
  %.1352 = load i64, ptr %lsr.iv323, align 8
  %.idx.i = mul i64 %.1352, 104
  %22 = getelementptr i8, ptr %arg.sums, i64 %.idx.i
  %.140.i = load double, ptr %22, align 8, !noalias !3
  %.141.i = fsub double %.134.i, %.140.i
  %sunkaddr406 = getelementptr i8, ptr %arg.whole, i64 88
  store double %.141.i, ptr %sunkaddr406, align 8, !noalias !3
  %.139.1.i = getelementptr i8, ptr %22, i64 8
  %.140.1.i = load double, ptr %.139.1.i, align 8, !noalias !3
  %.141.1.i = fsub double %.134.1.i, %.140.1.i
  %sunkaddr407 = getelementptr i8, ptr %arg.whole, i64 96
  store double %.141.1.i, ptr %sunkaddr407, align 8, !noalias !3
  %.139.2.i = getelementptr i8, ptr %22, i64 16
  %.140.2.i = load double, ptr %.139.2.i, align 8, !noalias !3
  %.141.2.i = fsub double %.134.2.i, %.140.2.i
  %sunkaddr408 = getelementptr i8, ptr %arg.whole, i64 104
  store double %.141.2.i, ptr %sunkaddr408, align 8, !noalias !3
  %.139.3.i = getelementptr i8, ptr %22, i64 24
  %.140.3.i = load double, ptr %.139.3.i, align 8, !noalias !3
  %.141.3.i = fsub double %.134.3.i, %.140.3.i
  %sunkaddr409 = getelementptr i8, ptr %arg.whole, i64 112
  store double %.141.3.i, ptr %sunkaddr409, align 8, !noalias !3
  %.139.4.i = getelementptr i8, ptr %22, i64 32
  %.140.4.i = load double, ptr %.139.4.i, align 8, !noalias !3
  %.141.4.i = fsub double %.134.4.i, %.140.4.i
  %sunkaddr410 = getelementptr i8, ptr %arg.whole, i64 120
  store double %.141.4.i, ptr %sunkaddr410, align 8, !noalias !3
  %.139.5.i = getelementptr i8, ptr %22, i64 40
  %.140.5.i = load double, ptr %.139.5.i, align 8, !noalias !3
  %.141.5.i = fsub double %.134.5.i, %.140.5.i
  %sunkaddr411 = getelementptr i8, ptr %arg.whole, i64 128
  store double %.141.5.i, ptr %sunkaddr411, align 8, !noalias !3
  %.139.6.i = getelementptr i8, ptr %22, i64 48
  %.140.6.i = load double, ptr %.139.6.i, align 8, !noalias !3
  %.141.6.i = fsub double %.134.6.i, %.140.6.i
  %sunkaddr412 = getelementptr i8, ptr %arg.whole, i64 136
  store double %.141.6.i, ptr %sunkaddr412, align 8, !noalias !3
  %.139.7.i = getelementptr i8, ptr %22, i64 56
  %.140.7.i = load double, ptr %.139.7.i, align 8, !noalias !3
  %.141.7.i = fsub double %.134.7.i, %.140.7.i
  %sunkaddr413 = getelementptr i8, ptr %arg.whole, i64 144
  store double %.141.7.i, ptr %sunkaddr413, align 8, !noalias !3
  %.139.8.i = getelementptr i8, ptr %22, i64 64
  %.140.8.i = load double, ptr %.139.8.i, align 8, !noalias !3
  %.141.8.i = fsub double %.134.8.i, %.140.8.i
  %sunkaddr414 = getelementptr i8, ptr %arg.whole, i64 152
  store double %.141.8.i, ptr %sunkaddr414, align 8, !noalias !3
  %.139.9.i = getelementptr i8, ptr %22, i64 72
  %.140.9.i = load double, ptr %.139.9.i, align 8, !noalias !3
  %.141.9.i = fsub double %.134.9.i, %.140.9.i
  %sunkaddr415 = getelementptr i8, ptr %arg.whole, i64 160
  store double %.141.9.i, ptr %sunkaddr415, align 8, !noalias !3
  %.139.10.i = getelementptr i8, ptr %22, i64 80
  %.140.10.i = load double, ptr %.139.10.i, align 8, !noalias !3
  %.141.10.i = fsub double %.134.10.i, %.140.10.i
  %sunkaddr416 = getelementptr i8, ptr %arg.whole, i64 168
  store double %.141.10.i, ptr %sunkaddr416, align 8, !noalias !3
  %.158.i = getelementptr i8, ptr %22, i64 88
  %.159.i = load double, ptr %.158.i, align 8, !noalias !3
  %.160.i = fmul double %.159.i, 2.000000e+00
  %.161.i = fadd double %.141.3.i, %.160.i
  store double %.161.i, ptr %sunkaddr409, align 8, !noalias !3
  %.174.i = getelementptr i8, ptr %22, i64 96
  %.175.i = load double, ptr %.174.i, align 8, !noalias !3
  %.178.i = fmul double %.175.i, 2.000000e+00
  %.179.i = fadd double %.141.4.i, %.178.i
  store double %.179.i, ptr %sunkaddr410, align 8, !noalias !3
  %.1385 = mul nsw i64 %.1352, 13
  %.1387 = getelementptr double, ptr %arg.sums, i64 %.1385
  %.1388 = load double, ptr %.1387, align 8
  %.1393 = getelementptr i8, ptr %.1387, i64 72
  %.1394 = load double, ptr %.1393, align 8
  %.1395 = fsub double %.1388, %.1394
  %.1400 = fdiv double %.1395, %fair.2.2
  %.1405 = getelementptr i8, ptr %.1387, i64 80
  %.1406 = load double, ptr %.1405, align 8
  %.1407 = fadd double %.1406, %.1400
  %.1408 = fadd double %.1407, 5.000000e-01
  %.5.i = fptosi double %.1408 to i64
  %ka.5.4 = tail call i64 @llvm.smax.i64(i64 %.5.i, i64 1)
  %ka.6.4 = tail call i64 @llvm.smin.i64(i64 %ka.5.4, i64 %.1446)
  %.1463 = getelementptr i64, ptr %arg.depth, i64 %.1352
  %.1464 = load i64, ptr %.1463, align 8
  %ka.7.4 = tail call i64 @llvm.smin.i64(i64 %ka.6.4, i64 %.1464)
  %.1483 = sub nsw i64 %.597, %ka.7.4
  %.1491 = sub nsw i64 %m.3.4.lcssa, %.1464
  %.1492 = icmp sgt i64 %.1483, %.1491
  %.1501 = add nsw i64 %.1496, %.1464
  %ka.8.4 = select i1 %.1492, i64 %.1501, i64 %ka.7.4
  %.1528 = call i32 @_ZN6zoning10boundaries7kernels16zone_sums_source13super_badnessB2v7B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAE10float64_2axx10float64_2ad(ptr %.1524, ptr %excinfo.6, ptr %arg.sums, i64 %.1385, i64 %ka.8.4, ptr %arg.rule, double %fair.2.2)
  %.1538 = load double, ptr %.1524, align 8
  switch i32 %.1528, label %B1174.if.if [
    i32 -2, label %B1174.endif
    i32 0, label %B1174.endif
  ], !prof !2

B1174.endif:                                      ; preds = %B854.endif.endif.endif, %B854.endif.endif.endif
  %.1553 = fcmp olt double %.1538, %best.2.3603
  br i1 %.1553, label %B1230, label %B1304

B1174.if.if:                                      ; preds = %B854.endif.endif.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B1230.endif:                                      ; preds = %B1230, %B1230
  %.1589 = load double, ptr %.1575, align 8
  %.1600 = fadd double %.1538, %.1589
  %.1608 = fcmp olt double %.1600, %best.2.3603
  br i1 %.1608, label %B1292, label %B1304

B1230.if.if:                                      ; preds = %B1230
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B1392.preheader:                                  ; preds = %B304.endif, %B1356
  %best_k.2.2.lcssa = phi i64 [ 1, %B304.endif ], [ %best_k.4.4, %B1356 ]
  %23 = add i64 %m.3.4.lcssa, 1
  br label %B1392
}

declare i64 @llvm.smax.i64(i64, i64)

declare i64 @llvm.smin.i64(i64, i64)

define linkonce_odr i32 @_ZN6zoning10boundaries7kernels16zone_sums_source11sum_membersB3v10B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a8int64_2a8int64_2a8int64_2a10float64_2a10float64_2a10float64_2a10float64_2a23Literal_5bint_5d_280_29(ptr %retptr, ptr %excinfo, i64 %arg.m, ptr %arg.member, ptr %arg.local, ptr %arg.start, ptr %arg.near, ptr %arg.length, ptr %arg.hidden, ptr %arg.feature, ptr %arg.out, i64 %arg.at) {
B0.endif.endif:
  tail call void @llvm.memset.p0.i64(ptr align 8 dereferenceable(88) %arg.out, i8 0, i64 88, i1 false)
  %.243190.not = icmp slt i64 %arg.m, 1
  br i1 %.243190.not, label %B410, label %B88.endif.endif.preheader

B88.endif.endif.preheader:                        ; preds = %B0.endif.endif
  br label %B88.endif.endif

B86.loopexit:                                     ; preds = %B268.prol.loopexit, %B88.endif.endif, %B406.1
  %.408.4208 = phi double [ %.415.4, %B88.endif.endif ], [ %.408.4206.lcssa.unr, %B268.prol.loopexit ], [ %.408.4206.1, %B406.1 ]
  %.408.3204 = phi double [ %.415.3, %B88.endif.endif ], [ %.408.3202.lcssa.unr, %B268.prol.loopexit ], [ %.408.3202.1, %B406.1 ]
  %exitcond.not = icmp eq i64 %.256, %arg.m
  br i1 %exitcond.not, label %B410, label %B88.endif.endif

B268:                                             ; preds = %B268.preheader1, %B406.1
  %lsr.iv2 = phi i64 [ %4, %B268.preheader1 ], [ %lsr.iv.next3, %B406.1 ]
  %lsr.iv = phi i64 [ %2, %B268.preheader1 ], [ %lsr.iv.next, %B406.1 ]
  %.581 = phi double [ %.581.unr, %B268.preheader1 ], [ %.408.4206.1, %B406.1 ]
  %.568 = phi double [ %.568.unr, %B268.preheader1 ], [ %.408.3202.1, %B406.1 ]
  %scevgep9 = getelementptr i8, ptr %arg.near, i64 %lsr.iv2
  %scevgep10 = getelementptr i8, ptr %scevgep9, i64 -8
  %.558 = load i64, ptr %scevgep10, align 8
  %.560 = getelementptr i64, ptr %arg.local, i64 %.558
  %.561 = load i64, ptr %.560, align 8
  %.562 = icmp sgt i64 %.561, -1
  br i1 %.562, label %B306, label %B406

B306:                                             ; preds = %B268
  %scevgep6 = getelementptr i8, ptr %arg.length, i64 %lsr.iv2
  %scevgep7 = getelementptr i8, ptr %scevgep6, i64 -8
  %.572 = load double, ptr %scevgep7, align 8
  %.573 = fsub double %.568, %.572
  %sunkaddr = getelementptr i8, ptr %arg.out, i64 24
  store double %.573, ptr %sunkaddr, align 8
  %scevgep = getelementptr i8, ptr %arg.hidden, i64 %lsr.iv2
  %scevgep4 = getelementptr i8, ptr %scevgep, i64 -8
  %.585 = load double, ptr %scevgep4, align 8
  %.588 = fsub double %.581, %.585
  %sunkaddr1 = getelementptr i8, ptr %arg.out, i64 32
  store double %.588, ptr %sunkaddr1, align 8
  br label %B406

B406:                                             ; preds = %B306, %B268
  %.408.4206 = phi double [ %.588, %B306 ], [ %.581, %B268 ]
  %.408.3202 = phi double [ %.573, %B306 ], [ %.568, %B268 ]
  %sunkaddr2 = getelementptr i8, ptr %arg.near, i64 %lsr.iv2
  %.558.1 = load i64, ptr %sunkaddr2, align 8
  %.560.1 = getelementptr i64, ptr %arg.local, i64 %.558.1
  %.561.1 = load i64, ptr %.560.1, align 8
  %.562.1 = icmp sgt i64 %.561.1, -1
  br i1 %.562.1, label %B306.1, label %B406.1

B306.1:                                           ; preds = %B406
  %scevgep8 = getelementptr i8, ptr %arg.length, i64 %lsr.iv2
  %.572.1 = load double, ptr %scevgep8, align 8
  %.573.1 = fsub double %.408.3202, %.572.1
  %sunkaddr3 = getelementptr i8, ptr %arg.out, i64 24
  store double %.573.1, ptr %sunkaddr3, align 8
  %scevgep5 = getelementptr i8, ptr %arg.hidden, i64 %lsr.iv2
  %.585.1 = load double, ptr %scevgep5, align 8
  %.588.1 = fsub double %.408.4206, %.585.1
  %sunkaddr4 = getelementptr i8, ptr %arg.out, i64 32
  store double %.588.1, ptr %sunkaddr4, align 8
  br label %B406.1

B406.1:                                           ; preds = %B306.1, %B406
  %.408.4206.1 = phi double [ %.588.1, %B306.1 ], [ %.408.4206, %B406 ]
  %.408.3202.1 = phi double [ %.573.1, %B306.1 ], [ %.408.3202, %B406 ]
  %lsr.iv.next = add i64 %lsr.iv, -2
  %lsr.iv.next3 = add i64 %lsr.iv2, 16
  %.514.1 = icmp sgt i64 %lsr.iv.next, 2
  br i1 %.514.1, label %B268, label %B86.loopexit

B410:                                             ; preds = %B86.loopexit, %B0.endif.endif
  store i64 %arg.m, ptr %retptr, align 8
  ret i32 0

B88.endif.endif:                                  ; preds = %B86.loopexit, %B88.endif.endif.preheader
  %.408.10 = phi double [ %.415.10, %B86.loopexit ], [ 0.000000e+00, %B88.endif.endif.preheader ]
  %.408.9 = phi double [ %.415.9, %B86.loopexit ], [ 0.000000e+00, %B88.endif.endif.preheader ]
  %.408.8 = phi double [ %.415.8, %B86.loopexit ], [ 0.000000e+00, %B88.endif.endif.preheader ]
  %.408.7 = phi double [ %.415.7, %B86.loopexit ], [ 0.000000e+00, %B88.endif.endif.preheader ]
  %.408.6 = phi double [ %.415.6, %B86.loopexit ], [ 0.000000e+00, %B88.endif.endif.preheader ]
  %.408.5 = phi double [ %.415.5, %B86.loopexit ], [ 0.000000e+00, %B88.endif.endif.preheader ]
  %.408.4 = phi double [ %.408.4208, %B86.loopexit ], [ 0.000000e+00, %B88.endif.endif.preheader ]
  %.408.3 = phi double [ %.408.3204, %B86.loopexit ], [ 0.000000e+00, %B88.endif.endif.preheader ]
  %.408.2 = phi double [ %.415.2, %B86.loopexit ], [ 0.000000e+00, %B88.endif.endif.preheader ]
  %.408.1 = phi double [ %.415.1, %B86.loopexit ], [ 0.000000e+00, %B88.endif.endif.preheader ]
  %.408 = phi double [ %.415, %B86.loopexit ], [ 0.000000e+00, %B88.endif.endif.preheader ]
  %.249182191 = phi i64 [ %.256, %B86.loopexit ], [ 0, %B88.endif.endif.preheader ]
  %.282 = getelementptr i64, ptr %arg.member, i64 %.249182191
  %.283 = load i64, ptr %.282, align 8
  %.idx = mul i64 %.283, 88
  %0 = getelementptr i8, ptr %arg.feature, i64 %.idx
  %.414 = load double, ptr %0, align 8
  %.415 = fadd double %.408, %.414
  store double %.415, ptr %arg.out, align 8
  %.413.1 = getelementptr i8, ptr %0, i64 8
  %.414.1 = load double, ptr %.413.1, align 8
  %.415.1 = fadd double %.408.1, %.414.1
  %sunkaddr5 = getelementptr i8, ptr %arg.out, i64 8
  store double %.415.1, ptr %sunkaddr5, align 8
  %.413.2 = getelementptr i8, ptr %0, i64 16
  %.414.2 = load double, ptr %.413.2, align 8
  %.415.2 = fadd double %.408.2, %.414.2
  %sunkaddr6 = getelementptr i8, ptr %arg.out, i64 16
  store double %.415.2, ptr %sunkaddr6, align 8
  %.413.3 = getelementptr i8, ptr %0, i64 24
  %.414.3 = load double, ptr %.413.3, align 8
  %.415.3 = fadd double %.408.3, %.414.3
  %sunkaddr7 = getelementptr i8, ptr %arg.out, i64 24
  store double %.415.3, ptr %sunkaddr7, align 8
  %.413.4 = getelementptr i8, ptr %0, i64 32
  %.414.4 = load double, ptr %.413.4, align 8
  %.415.4 = fadd double %.408.4, %.414.4
  %sunkaddr8 = getelementptr i8, ptr %arg.out, i64 32
  store double %.415.4, ptr %sunkaddr8, align 8
  %.413.5 = getelementptr i8, ptr %0, i64 40
  %.414.5 = load double, ptr %.413.5, align 8
  %.415.5 = fadd double %.408.5, %.414.5
  %sunkaddr9 = getelementptr i8, ptr %arg.out, i64 40
  store double %.415.5, ptr %sunkaddr9, align 8
  %.413.6 = getelementptr i8, ptr %0, i64 48
  %.414.6 = load double, ptr %.413.6, align 8
  %.415.6 = fadd double %.408.6, %.414.6
  %sunkaddr10 = getelementptr i8, ptr %arg.out, i64 48
  store double %.415.6, ptr %sunkaddr10, align 8
  %.413.7 = getelementptr i8, ptr %0, i64 56
  %.414.7 = load double, ptr %.413.7, align 8
  %.415.7 = fadd double %.408.7, %.414.7
  %sunkaddr11 = getelementptr i8, ptr %arg.out, i64 56
  store double %.415.7, ptr %sunkaddr11, align 8
  %.413.8 = getelementptr i8, ptr %0, i64 64
  %.414.8 = load double, ptr %.413.8, align 8
  %.415.8 = fadd double %.408.8, %.414.8
  %sunkaddr12 = getelementptr i8, ptr %arg.out, i64 64
  store double %.415.8, ptr %sunkaddr12, align 8
  %.413.9 = getelementptr i8, ptr %0, i64 72
  %.414.9 = load double, ptr %.413.9, align 8
  %.415.9 = fadd double %.408.9, %.414.9
  %sunkaddr13 = getelementptr i8, ptr %arg.out, i64 72
  store double %.415.9, ptr %sunkaddr13, align 8
  %.413.10 = getelementptr i8, ptr %0, i64 80
  %.414.10 = load double, ptr %.413.10, align 8
  %.415.10 = fadd double %.408.10, %.414.10
  %sunkaddr14 = getelementptr i8, ptr %arg.out, i64 80
  store double %.415.10, ptr %sunkaddr14, align 8
  %.256 = add nuw nsw i64 %.249182191, 1
  %.426 = getelementptr i64, ptr %arg.start, i64 %.283
  %.427 = load i64, ptr %.426, align 8
  %.433 = getelementptr i8, ptr %.426, i64 8
  %.434 = load i64, ptr %.433, align 8
  %.471 = sub i64 %.434, %.427
  %.514177.not = icmp slt i64 %.471, 1
  br i1 %.514177.not, label %B86.loopexit, label %B268.preheader

B268.preheader:                                   ; preds = %B88.endif.endif
  %.neg = add i64 %.427, 1
  %xtraiter = and i64 %.471, 1
  %lcmp.mod.not = icmp eq i64 %xtraiter, 0
  br i1 %lcmp.mod.not, label %B268.prol.loopexit, label %B268.prol

B268.prol:                                        ; preds = %B268.preheader
  %.523.prol = add nsw i64 %.471, -1
  %.557.prol = getelementptr i64, ptr %arg.near, i64 %.427
  %.558.prol = load i64, ptr %.557.prol, align 8
  %.560.prol = getelementptr i64, ptr %arg.local, i64 %.558.prol
  %.561.prol = load i64, ptr %.560.prol, align 8
  %.562.prol = icmp sgt i64 %.561.prol, -1
  br i1 %.562.prol, label %B306.prol, label %B268.prol.loopexit

B306.prol:                                        ; preds = %B268.prol
  %.571.prol = getelementptr double, ptr %arg.length, i64 %.427
  %.572.prol = load double, ptr %.571.prol, align 8
  %.573.prol = fsub double %.415.3, %.572.prol
  %sunkaddr15 = getelementptr i8, ptr %arg.out, i64 24
  store double %.573.prol, ptr %sunkaddr15, align 8
  %.584.prol = getelementptr double, ptr %arg.hidden, i64 %.427
  %.585.prol = load double, ptr %.584.prol, align 8
  %.588.prol = fsub double %.415.4, %.585.prol
  %sunkaddr16 = getelementptr i8, ptr %arg.out, i64 32
  store double %.588.prol, ptr %sunkaddr16, align 8
  br label %B268.prol.loopexit

B268.prol.loopexit:                               ; preds = %B306.prol, %B268.prol, %B268.preheader
  %.581.unr = phi double [ %.415.4, %B268.preheader ], [ %.588.prol, %B306.prol ], [ %.415.4, %B268.prol ]
  %.568.unr = phi double [ %.415.3, %B268.preheader ], [ %.573.prol, %B306.prol ], [ %.415.3, %B268.prol ]
  %.513175179.unr = phi i64 [ %.471, %B268.preheader ], [ %.523.prol, %B306.prol ], [ %.523.prol, %B268.prol ]
  %.520176178.unr = phi i64 [ %.427, %B268.preheader ], [ %.neg, %B306.prol ], [ %.neg, %B268.prol ]
  %.408.4206.lcssa.unr = phi double [ poison, %B268.preheader ], [ %.588.prol, %B306.prol ], [ %.415.4, %B268.prol ]
  %.408.3202.lcssa.unr = phi double [ poison, %B268.preheader ], [ %.573.prol, %B306.prol ], [ %.415.3, %B268.prol ]
  %1 = icmp eq i64 %.434, %.neg
  br i1 %1, label %B86.loopexit, label %B268.preheader1

B268.preheader1:                                  ; preds = %B268.prol.loopexit
  %2 = add nuw i64 %.513175179.unr, 2
  %3 = shl i64 %.520176178.unr, 3
  %4 = add i64 %3, 8
  br label %B268
}

declare void @llvm.memset.p0.i64(ptr, i8, i64, i1 immarg)

define linkonce_odr i32 @_ZN6zoning10boundaries7kernels12trees_source9grow_treeB3v11B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a8int64_2a8int64_2a8int64_2a10float64_2ad8int64_2a8int64_2a8int64_2a8int64_2a8int64_2a(ptr %retptr, ptr %excinfo, i64 %arg.m, ptr %arg.member, ptr %arg.local, ptr %arg.start, ptr %arg.near, ptr %arg.cost, double %arg.bias, ptr %arg.seed, ptr %arg.order, ptr %arg.parent, ptr %arg.front, ptr %arg.front_from) {
B0.endif:
  %.42 = load i64, ptr %arg.seed, align 8
  %.128296.not = icmp slt i64 %arg.m, 1
  br i1 %.128296.not, label %B66.else.if, label %B52.preheader

B52.preheader:                                    ; preds = %B0.endif
  %xtraiter = and i64 %arg.m, 7
  %0 = icmp ult i64 %arg.m, 8
  br i1 %0, label %B52.epil.preheader, label %B52.preheader.new

B52.preheader.new:                                ; preds = %B52.preheader
  %unroll_iter = and i64 %arg.m, 9223372036854775800
  %1 = add nsw i64 %arg.m, -8
  %2 = lshr i64 %1, 3
  %3 = add nuw nsw i64 %2, 1
  %4 = icmp eq i64 %2, 0
  br i1 %4, label %B52.epil.preheader41, label %B52.preheader.new.new

B52.preheader.new.new:                            ; preds = %B52.preheader.new
  %unroll_iter47 = and i64 %3, 4611686018427387902
  br label %B52

B52:                                              ; preds = %B52, %B52.preheader.new.new
  %lsr.iv100 = phi i64 [ %lsr.iv.next101, %B52 ], [ %unroll_iter47, %B52.preheader.new.new ]
  %.134295297 = phi i64 [ 0, %B52.preheader.new.new ], [ %.141.7.1, %B52 ]
  %sunkaddr102 = mul i64 %.134295297, 8
  %sunkaddr103 = getelementptr i8, ptr %arg.parent, i64 %sunkaddr102
  store i64 -2, ptr %sunkaddr103, align 8
  %sunkaddr104 = mul i64 %.134295297, 8
  %sunkaddr105 = getelementptr i8, ptr %arg.parent, i64 %sunkaddr104
  %sunkaddr106 = getelementptr i8, ptr %sunkaddr105, i64 8
  store i64 -2, ptr %sunkaddr106, align 8
  %sunkaddr107 = mul i64 %.134295297, 8
  %sunkaddr108 = getelementptr i8, ptr %arg.parent, i64 %sunkaddr107
  %sunkaddr109 = getelementptr i8, ptr %sunkaddr108, i64 16
  store i64 -2, ptr %sunkaddr109, align 8
  %sunkaddr = mul i64 %.134295297, 8
  %sunkaddr110 = getelementptr i8, ptr %arg.parent, i64 %sunkaddr
  %sunkaddr111 = getelementptr i8, ptr %sunkaddr110, i64 24
  store i64 -2, ptr %sunkaddr111, align 8
  %sunkaddr112 = mul i64 %.134295297, 8
  %sunkaddr113 = getelementptr i8, ptr %arg.parent, i64 %sunkaddr112
  %sunkaddr114 = getelementptr i8, ptr %sunkaddr113, i64 32
  store i64 -2, ptr %sunkaddr114, align 8
  %sunkaddr115 = mul i64 %.134295297, 8
  %sunkaddr116 = getelementptr i8, ptr %arg.parent, i64 %sunkaddr115
  %sunkaddr117 = getelementptr i8, ptr %sunkaddr116, i64 40
  store i64 -2, ptr %sunkaddr117, align 8
  %sunkaddr118 = mul i64 %.134295297, 8
  %sunkaddr119 = getelementptr i8, ptr %arg.parent, i64 %sunkaddr118
  %sunkaddr120 = getelementptr i8, ptr %sunkaddr119, i64 48
  store i64 -2, ptr %sunkaddr120, align 8
  %sunkaddr121 = mul i64 %.134295297, 8
  %sunkaddr122 = getelementptr i8, ptr %arg.parent, i64 %sunkaddr121
  %sunkaddr123 = getelementptr i8, ptr %sunkaddr122, i64 56
  store i64 -2, ptr %sunkaddr123, align 8
  %sunkaddr124 = mul i64 %.134295297, 8
  %sunkaddr125 = getelementptr i8, ptr %arg.parent, i64 %sunkaddr124
  %sunkaddr126 = getelementptr i8, ptr %sunkaddr125, i64 64
  store i64 -2, ptr %sunkaddr126, align 8
  %sunkaddr127 = mul i64 %.134295297, 8
  %sunkaddr128 = getelementptr i8, ptr %arg.parent, i64 %sunkaddr127
  %sunkaddr129 = getelementptr i8, ptr %sunkaddr128, i64 72
  store i64 -2, ptr %sunkaddr129, align 8
  %sunkaddr130 = mul i64 %.134295297, 8
  %sunkaddr131 = getelementptr i8, ptr %arg.parent, i64 %sunkaddr130
  %sunkaddr132 = getelementptr i8, ptr %sunkaddr131, i64 80
  store i64 -2, ptr %sunkaddr132, align 8
  %sunkaddr133 = mul i64 %.134295297, 8
  %sunkaddr134 = getelementptr i8, ptr %arg.parent, i64 %sunkaddr133
  %sunkaddr135 = getelementptr i8, ptr %sunkaddr134, i64 88
  store i64 -2, ptr %sunkaddr135, align 8
  %sunkaddr136 = mul i64 %.134295297, 8
  %sunkaddr137 = getelementptr i8, ptr %arg.parent, i64 %sunkaddr136
  %sunkaddr138 = getelementptr i8, ptr %sunkaddr137, i64 96
  store i64 -2, ptr %sunkaddr138, align 8
  %sunkaddr139 = mul i64 %.134295297, 8
  %sunkaddr140 = getelementptr i8, ptr %arg.parent, i64 %sunkaddr139
  %sunkaddr141 = getelementptr i8, ptr %sunkaddr140, i64 104
  store i64 -2, ptr %sunkaddr141, align 8
  %sunkaddr142 = mul i64 %.134295297, 8
  %sunkaddr143 = getelementptr i8, ptr %arg.parent, i64 %sunkaddr142
  %sunkaddr144 = getelementptr i8, ptr %sunkaddr143, i64 112
  store i64 -2, ptr %sunkaddr144, align 8
  %.141.7.1 = add nuw i64 %.134295297, 16
  %sunkaddr145 = mul i64 %.134295297, 8
  %sunkaddr146 = getelementptr i8, ptr %arg.parent, i64 %sunkaddr145
  %sunkaddr147 = getelementptr i8, ptr %sunkaddr146, i64 120
  store i64 -2, ptr %sunkaddr147, align 8
  %lsr.iv.next101 = add i64 %lsr.iv100, -2
  %niter.ncmp.1 = icmp eq i64 %lsr.iv.next101, 0
  br i1 %niter.ncmp.1, label %B66.else.if.thread.unr-lcssa.unr-lcssa, label %B52

B66.else.if.thread.unr-lcssa.unr-lcssa:           ; preds = %B52
  %5 = and i64 %3, 1
  %lcmp.mod.not48 = icmp eq i64 %5, 0
  br i1 %lcmp.mod.not48, label %B66.else.if.thread.unr-lcssa, label %B52.epil.preheader41

B52.epil.preheader41:                             ; preds = %B66.else.if.thread.unr-lcssa.unr-lcssa, %B52.preheader.new
  %.134295297.epil.init45 = phi i64 [ 0, %B52.preheader.new ], [ %.141.7.1, %B66.else.if.thread.unr-lcssa.unr-lcssa ]
  %sunkaddr.epil = shl i64 %.134295297.epil.init45, 3
  %sunkaddr81.epil = getelementptr i8, ptr %arg.parent, i64 %sunkaddr.epil
  store i64 -2, ptr %sunkaddr81.epil, align 8
  %sunkaddr84.epil = getelementptr i8, ptr %sunkaddr81.epil, i64 8
  store i64 -2, ptr %sunkaddr84.epil, align 8
  %sunkaddr87.epil = getelementptr i8, ptr %sunkaddr81.epil, i64 16
  store i64 -2, ptr %sunkaddr87.epil, align 8
  %sunkaddr90.epil = getelementptr i8, ptr %sunkaddr81.epil, i64 24
  store i64 -2, ptr %sunkaddr90.epil, align 8
  %sunkaddr93.epil = getelementptr i8, ptr %sunkaddr81.epil, i64 32
  store i64 -2, ptr %sunkaddr93.epil, align 8
  %sunkaddr96.epil = getelementptr i8, ptr %sunkaddr81.epil, i64 40
  store i64 -2, ptr %sunkaddr96.epil, align 8
  %sunkaddr99.epil = getelementptr i8, ptr %sunkaddr81.epil, i64 48
  store i64 -2, ptr %sunkaddr99.epil, align 8
  %sunkaddr102.epil = getelementptr i8, ptr %sunkaddr81.epil, i64 56
  store i64 -2, ptr %sunkaddr102.epil, align 8
  br label %B66.else.if.thread.unr-lcssa

B66.else.if.thread.unr-lcssa:                     ; preds = %B52.epil.preheader41, %B66.else.if.thread.unr-lcssa.unr-lcssa
  %lcmp.mod.not = icmp eq i64 %xtraiter, 0
  br i1 %lcmp.mod.not, label %B66.else.if.thread, label %B52.epil.preheader

B52.epil.preheader:                               ; preds = %B66.else.if.thread.unr-lcssa, %B52.preheader
  %.134295297.epil.init = phi i64 [ 0, %B52.preheader ], [ %unroll_iter, %B66.else.if.thread.unr-lcssa ]
  %6 = shl i64 %.134295297.epil.init, 3
  %scevgep62 = getelementptr i8, ptr %arg.parent, i64 %6
  br label %B52.epil

B52.epil:                                         ; preds = %B52.epil, %B52.epil.preheader
  %epil.iter = phi i64 [ %epil.iter.next, %B52.epil ], [ 0, %B52.epil.preheader ]
  %7 = shl i64 %epil.iter, 3
  %scevgep67 = getelementptr i8, ptr %scevgep62, i64 %7
  store i64 -2, ptr %scevgep67, align 8
  %epil.iter.next = add i64 %epil.iter, 1
  %epil.iter.cmp.not = icmp eq i64 %xtraiter, %epil.iter.next
  br i1 %epil.iter.cmp.not, label %B66.else.if.thread, label %B52.epil, !llvm.loop !9

B66.else.if.thread:                               ; preds = %B52.epil, %B66.else.if.thread.unr-lcssa
  %.175374 = mul nsw i64 %.42, 48271
  %.197375 = srem i64 %.175374, 2147483647
  %.199376 = icmp slt i64 %.197375, 0
  %.208377 = add nsw i64 %.197375, 2147483647
  %.188.1378 = select i1 %.199376, i64 %.208377, i64 %.197375
  br label %B66.endif.else.if

B274.preheader.unr-lcssa:                         ; preds = %B272.1
  %8 = and i64 %.329, 1
  %lcmp.mod37.not = icmp eq i64 %8, 0
  %9 = add i64 %lsr.iv.next64, -1
  br i1 %lcmp.mod37.not, label %B274.preheader, label %B200.epil.preheader

B200.epil.preheader:                              ; preds = %B200.preheader, %B274.preheader.unr-lcssa
  %n_front.4.0304.epil.init = phi i64 [ 0, %B200.preheader ], [ %n_front.5.1.1, %B274.preheader.unr-lcssa ]
  %.390300302.epil.init = phi i64 [ %.288, %B200.preheader ], [ %9, %B274.preheader.unr-lcssa ]
  %.437.epil = getelementptr i64, ptr %arg.near, i64 %.390300302.epil.init
  %.438.epil = load i64, ptr %.437.epil, align 8
  %.440.epil = getelementptr i64, ptr %arg.local, i64 %.438.epil
  %.441.epil = load i64, ptr %.440.epil, align 8
  %.442.epil = icmp sgt i64 %.441.epil, -1
  br i1 %.442.epil, label %B242.epil, label %B274.preheader

B242.epil:                                        ; preds = %B200.epil.preheader
  %.447.epil = getelementptr i64, ptr %arg.front, i64 %n_front.4.0304.epil.init
  store i64 %.390300302.epil.init, ptr %.447.epil, align 8
  %.454.epil = getelementptr i64, ptr %arg.front_from, i64 %n_front.4.0304.epil.init
  store i64 %rem.1.0, ptr %.454.epil, align 8
  %.457.epil = add nsw i64 %n_front.4.0304.epil.init, 1
  br label %B274.preheader

B274.preheader:                                   ; preds = %B242.epil, %B200.epil.preheader, %B274.preheader.unr-lcssa
  %n_front.5.1.lcssa = phi i64 [ %n_front.5.1.1, %B274.preheader.unr-lcssa ], [ %.457.epil, %B242.epil ], [ %n_front.4.0304.epil.init, %B200.epil.preheader ]
  %.508345 = icmp sgt i64 %n_front.5.1.lcssa, 0
  br i1 %.508345, label %B288.else.if.outer.preheader, label %B838

B288.else.if.outer.preheader:                     ; preds = %B274.preheader
  br label %B288.else.if.outer

B200:                                             ; preds = %B200.preheader.new, %B272.1
  %lsr.iv63 = phi i64 [ %.neg, %B200.preheader.new ], [ %lsr.iv.next64, %B272.1 ]
  %lsr.iv = phi i64 [ %39, %B200.preheader.new ], [ %lsr.iv.next62, %B272.1 ]
  %n_front.4.0304 = phi i64 [ %n_front.5.1.1, %B272.1 ], [ 0, %B200.preheader.new ]
  %10 = add i64 %lsr.iv63, -1
  %11 = shl i64 %lsr.iv63, 3
  %scevgep65 = getelementptr i8, ptr %arg.near, i64 %11
  %scevgep66 = getelementptr i8, ptr %scevgep65, i64 -8
  %.438 = load i64, ptr %scevgep66, align 8
  %.440 = getelementptr i64, ptr %arg.local, i64 %.438
  %.441 = load i64, ptr %.440, align 8
  %.442 = icmp sgt i64 %.441, -1
  br i1 %.442, label %B242, label %B272

B242:                                             ; preds = %B200
  %.447 = getelementptr i64, ptr %arg.front, i64 %n_front.4.0304
  store i64 %10, ptr %.447, align 8
  %.454 = getelementptr i64, ptr %arg.front_from, i64 %n_front.4.0304
  store i64 %rem.1.0, ptr %.454, align 8
  %.457 = add nsw i64 %n_front.4.0304, 1
  br label %B272

B272:                                             ; preds = %B242, %B200
  %n_front.5.1 = phi i64 [ %.457, %B242 ], [ %n_front.4.0304, %B200 ]
  %12 = shl i64 %lsr.iv63, 3
  %scevgep = getelementptr i8, ptr %arg.near, i64 %12
  %.438.1 = load i64, ptr %scevgep, align 8
  %.440.1 = getelementptr i64, ptr %arg.local, i64 %.438.1
  %.441.1 = load i64, ptr %.440.1, align 8
  %.442.1 = icmp sgt i64 %.441.1, -1
  br i1 %.442.1, label %B242.1, label %B272.1

B242.1:                                           ; preds = %B272
  %.447.1 = getelementptr i64, ptr %arg.front, i64 %n_front.5.1
  store i64 %lsr.iv63, ptr %.447.1, align 8
  %.454.1 = getelementptr i64, ptr %arg.front_from, i64 %n_front.5.1
  store i64 %rem.1.0, ptr %.454.1, align 8
  %.457.1 = add nsw i64 %n_front.5.1, 1
  br label %B272.1

B272.1:                                           ; preds = %B242.1, %B272
  %n_front.5.1.1 = phi i64 [ %.457.1, %B242.1 ], [ %n_front.5.1, %B272 ]
  %lsr.iv.next62 = add i64 %lsr.iv, 2
  %lsr.iv.next64 = add i64 %lsr.iv63, 2
  %niter41.ncmp.1.not = icmp eq i64 %lsr.iv.next62, 0
  br i1 %niter41.ncmp.1.not, label %B274.preheader.unr-lcssa, label %B200

B274.loopexit:                                    ; preds = %99
  %lsr.iv.next = add i64 %lsr.iv55, -1
  %.508 = icmp ugt i64 %lsr.iv.next, 1
  br i1 %.508, label %B288.else.if, label %B838

B726:                                             ; preds = %B726.preheader, %B822
  %lsr.iv53 = phi i64 [ %104, %B726.preheader ], [ %lsr.iv.next54, %B822 ]
  %n_front.8.2325 = phi i64 [ %103, %B726.preheader ], [ %n_front.9.3, %B822 ]
  %.1089321323 = phi i64 [ %.999, %B726.preheader ], [ %.1096, %B822 ]
  %13 = shl i64 %.1089321323, 3
  %scevgep55 = getelementptr i8, ptr %arg.near, i64 %13
  %.1131 = load i64, ptr %scevgep55, align 8
  %.1133 = getelementptr i64, ptr %arg.local, i64 %.1131
  %.1134 = load i64, ptr %.1133, align 8
  %.1139 = icmp sgt i64 %.1134, -1
  br i1 %.1139, label %B768, label %B822

B768:                                             ; preds = %B726
  %.1146 = getelementptr i64, ptr %arg.parent, i64 %.1134
  %.1147 = load i64, ptr %.1146, align 8
  %.1150 = icmp eq i64 %.1147, -2
  br i1 %.1150, label %B792, label %B822

B792:                                             ; preds = %B768
  %.1155 = getelementptr i64, ptr %arg.front, i64 %n_front.8.2325
  store i64 %.1089321323, ptr %.1155, align 8
  %.1162 = getelementptr i64, ptr %arg.front_from, i64 %n_front.8.2325
  store i64 %.938, ptr %.1162, align 8
  %.1165 = add nsw i64 %n_front.8.2325, 1
  br label %B822

B822:                                             ; preds = %B792, %B768, %B726
  %n_front.9.3 = phi i64 [ %.1165, %B792 ], [ %n_front.8.2325, %B768 ], [ %n_front.8.2325, %B726 ]
  %lsr.iv.next54 = add i64 %lsr.iv53, -1
  %.1096 = add i64 %.1089321323, 1
  %.1083 = icmp ugt i64 %lsr.iv.next54, 1
  br i1 %.1083, label %B726, label %B824

B824:                                             ; preds = %B616.endif, %B822
  %n_front.8.2.lcssa = phi i64 [ %n_front.9.3, %B822 ], [ %103, %B616.endif ]
  %.1207 = icmp sgt i64 %n_front.8.2.lcssa, 0
  br i1 %.1207, label %B288.else.if.outer, label %B838

B288.else.if.outer:                               ; preds = %B824, %B288.else.if.outer.preheader
  %s.1.3.1.ph = phi i64 [ %.763.1.1, %B824 ], [ %.188.1381, %B288.else.if.outer.preheader ]
  %reached.2.1.ph = phi i64 [ %.987, %B824 ], [ 1, %B288.else.if.outer.preheader ]
  %n_front.7.1.ph = phi i64 [ %n_front.8.2.lcssa, %B824 ], [ %n_front.5.1.lcssa, %B288.else.if.outer.preheader ]
  %14 = add i64 %n_front.7.1.ph, 1
  br label %B288.else.if

B838:                                             ; preds = %B66.endif.endif.endif, %B824, %B274.loopexit, %B274.preheader
  %s.1.6.2 = phi i64 [ %.188.1381, %B66.endif.endif.endif ], [ %.188.1381, %B274.preheader ], [ %.763.1.1, %B274.loopexit ], [ %.763.1.1, %B824 ]
  %reached.4.2 = phi i64 [ 1, %B66.endif.endif.endif ], [ 1, %B274.preheader ], [ %reached.2.1.ph, %B274.loopexit ], [ %.987, %B824 ]
  store i64 %s.1.6.2, ptr %arg.seed, align 8
  store i64 %reached.4.2, ptr %retptr, align 8
  ret i32 0

B66.else.if:                                      ; preds = %B0.endif
  %.175 = mul nsw i64 %.42, 48271
  %.197 = srem i64 %.175, 2147483647
  %.199 = icmp slt i64 %.197, 0
  %.208 = add nsw i64 %.197, 2147483647
  %.188.1 = select i1 %.199, i64 %.208, i64 %.197
  %.225 = icmp eq i64 %arg.m, 0
  br i1 %.225, label %B66.endif.endif.endif, label %B66.endif.else.if, !prof !10

B66.endif.else.if:                                ; preds = %B66.else.if, %B66.else.if.thread
  %.188.1380 = phi i64 [ %.188.1378, %B66.else.if.thread ], [ %.188.1, %B66.else.if ]
  %15 = or i64 %.188.1380, %arg.m
  %16 = icmp ult i64 %15, 4294967296
  br i1 %16, label %17, label %22

17:                                               ; preds = %B66.endif.else.if
  %18 = trunc nuw i64 %arg.m to i32
  %19 = trunc nuw i64 %.188.1380 to i32
  %20 = urem i32 %19, %18
  %21 = zext i32 %20 to i64
  br label %33

22:                                               ; preds = %B66.endif.else.if
  %23 = or i64 %.188.1380, %arg.m
  %24 = and i64 %23, -4294967296
  %25 = icmp eq i64 %24, 0
  br i1 %25, label %26, label %31

26:                                               ; preds = %22
  %27 = trunc i64 %arg.m to i32
  %28 = trunc i64 %.188.1380 to i32
  %29 = urem i32 %28, %27
  %30 = zext i32 %29 to i64
  br label %33

31:                                               ; preds = %22
  %32 = srem i64 %.188.1380, %arg.m
  br label %33

33:                                               ; preds = %31, %26, %17
  %34 = phi i64 [ %21, %17 ], [ %30, %26 ], [ %32, %31 ]
  %.243 = xor i64 %34, %arg.m
  %.244 = icmp slt i64 %.243, 0
  %.245 = icmp ne i64 %34, 0
  %.246 = and i1 %.245, %.244
  %.253 = select i1 %.246, i64 %arg.m, i64 0
  %spec.select = add i64 %.253, %34
  br label %B66.endif.endif.endif

B66.endif.endif.endif:                            ; preds = %33, %B66.else.if
  %.188.1381 = phi i64 [ %.188.1, %B66.else.if ], [ %.188.1380, %33 ]
  %rem.1.0 = phi i64 [ 0, %B66.else.if ], [ %spec.select, %33 ]
  %.270 = getelementptr i64, ptr %arg.parent, i64 %rem.1.0
  store i64 -1, ptr %.270, align 8
  store i64 %rem.1.0, ptr %arg.order, align 8
  %.284 = getelementptr i64, ptr %arg.member, i64 %rem.1.0
  %.285 = load i64, ptr %.284, align 8
  %.287 = getelementptr i64, ptr %arg.start, i64 %.285
  %.288 = load i64, ptr %.287, align 8
  %.291 = getelementptr i8, ptr %.287, i64 8
  %.292 = load i64, ptr %.291, align 8
  %.329 = sub i64 %.292, %.288
  %.384301.not = icmp slt i64 %.329, 1
  br i1 %.384301.not, label %B838, label %B200.preheader

B200.preheader:                                   ; preds = %B66.endif.endif.endif
  %.neg = add i64 %.288, 1
  %35 = icmp eq i64 %.292, %.neg
  br i1 %35, label %B200.epil.preheader, label %B200.preheader.new

B200.preheader.new:                               ; preds = %B200.preheader
  %36 = lshr i64 %.329, 1
  %37 = trunc i64 %36 to i62
  %38 = zext i62 %37 to i64
  %39 = mul nsw i64 %38, -2
  br label %B200

B288.else.if:                                     ; preds = %B288.else.if.outer, %B274.loopexit
  %lsr.iv55 = phi i64 [ %14, %B288.else.if.outer ], [ %lsr.iv.next, %B274.loopexit ]
  %s.1.3.1 = phi i64 [ %s.1.3.1.ph, %B288.else.if.outer ], [ %.763.1.1, %B274.loopexit ]
  %40 = add i64 %lsr.iv55, -1
  %.520 = mul nsw i64 %s.1.3.1, 48271
  %.542 = srem i64 %.520, 2147483647
  %.544 = icmp slt i64 %.542, 0
  %.553 = add nsw i64 %.542, 2147483647
  %.533.1 = select i1 %.544, i64 %.553, i64 %.542
  %41 = or i64 %.533.1, %40
  %42 = icmp ult i64 %41, 4294967296
  br i1 %42, label %43, label %48

43:                                               ; preds = %B288.else.if
  %44 = add i64 %lsr.iv55, -1
  %45 = trunc nuw i64 %.533.1 to i32
  %tmp = trunc i64 %44 to i32
  %46 = urem i32 %45, %tmp
  %47 = zext i32 %46 to i64
  br label %59

48:                                               ; preds = %B288.else.if
  %49 = or i64 %.533.1, %40
  %50 = and i64 %49, -4294967296
  %51 = icmp eq i64 %50, 0
  br i1 %51, label %52, label %57

52:                                               ; preds = %48
  %53 = trunc i64 %40 to i32
  %54 = trunc i64 %.533.1 to i32
  %55 = urem i32 %54, %53
  %56 = zext i32 %55 to i64
  br label %59

57:                                               ; preds = %48
  %58 = srem i64 %.533.1, %40
  br label %59

59:                                               ; preds = %57, %52, %43
  %60 = phi i64 [ %47, %43 ], [ %56, %52 ], [ %58, %57 ]
  %.588 = icmp slt i64 %60, 0
  %.597 = select i1 %.588, i64 %40, i64 0
  %.577.1 = add i64 %.597, %60
  %.611 = getelementptr i64, ptr %arg.front, i64 %.577.1
  %.612 = load i64, ptr %.611, align 8
  %.614 = getelementptr double, ptr %arg.cost, i64 %.612
  %.615 = load double, ptr %.614, align 8
  %.617 = fmul double %arg.bias, %.615
  %.618 = fadd double %.617, 2.000000e+00
  %.750 = mul nsw i64 %.533.1, 48271
  %.772 = srem i64 %.750, 2147483647
  %.774 = icmp slt i64 %.772, 0
  %.783 = add nsw i64 %.772, 2147483647
  %.763.1 = select i1 %.774, i64 %.783, i64 %.772
  %61 = or i64 %.763.1, %40
  %62 = icmp ult i64 %61, 4294967296
  br i1 %62, label %63, label %68

63:                                               ; preds = %59
  %64 = add i64 %lsr.iv55, -1
  %65 = trunc nuw i64 %.763.1 to i32
  %tmp56 = trunc i64 %64 to i32
  %66 = urem i32 %65, %tmp56
  %67 = zext i32 %66 to i64
  br label %79

68:                                               ; preds = %59
  %69 = or i64 %.763.1, %40
  %70 = and i64 %69, -4294967296
  %71 = icmp eq i64 %70, 0
  br i1 %71, label %72, label %77

72:                                               ; preds = %68
  %73 = trunc i64 %40 to i32
  %74 = trunc i64 %.763.1 to i32
  %75 = urem i32 %74, %73
  %76 = zext i32 %75 to i64
  br label %79

77:                                               ; preds = %68
  %78 = srem i64 %.763.1, %40
  br label %79

79:                                               ; preds = %77, %72, %63
  %80 = phi i64 [ %67, %63 ], [ %76, %72 ], [ %78, %77 ]
  %.819 = icmp slt i64 %80, 0
  %.828 = select i1 %.819, i64 %40, i64 0
  %.808.1 = add i64 %.828, %80
  %.843 = getelementptr i64, ptr %arg.front, i64 %.808.1
  %.844 = load i64, ptr %.843, align 8
  %.846 = getelementptr double, ptr %arg.cost, i64 %.844
  %.847 = load double, ptr %.846, align 8
  %.849 = fmul double %arg.bias, %.847
  %.850 = fadd double %.849, 2.000000e+00
  %.856 = fcmp olt double %.850, %.618
  %pick.3.3 = select i1 %.856, i64 %.808.1, i64 %.577.1
  %best.3.3 = select i1 %.856, double %.850, double %.618
  %.750.1 = mul nsw i64 %.763.1, 48271
  %.772.1 = srem i64 %.750.1, 2147483647
  %.774.1 = icmp slt i64 %.772.1, 0
  %.783.1 = add nsw i64 %.772.1, 2147483647
  %.763.1.1 = select i1 %.774.1, i64 %.783.1, i64 %.772.1
  %81 = or i64 %.763.1.1, %40
  %82 = icmp ult i64 %81, 4294967296
  br i1 %82, label %83, label %88

83:                                               ; preds = %79
  %84 = add i64 %lsr.iv55, -1
  %85 = trunc nuw i64 %.763.1.1 to i32
  %tmp57 = trunc i64 %84 to i32
  %86 = urem i32 %85, %tmp57
  %87 = zext i32 %86 to i64
  br label %99

88:                                               ; preds = %79
  %89 = or i64 %.763.1.1, %40
  %90 = and i64 %89, -4294967296
  %91 = icmp eq i64 %90, 0
  br i1 %91, label %92, label %97

92:                                               ; preds = %88
  %93 = trunc i64 %40 to i32
  %94 = trunc i64 %.763.1.1 to i32
  %95 = urem i32 %94, %93
  %96 = zext i32 %95 to i64
  br label %99

97:                                               ; preds = %88
  %98 = srem i64 %.763.1.1, %40
  br label %99

99:                                               ; preds = %97, %92, %83
  %100 = phi i64 [ %87, %83 ], [ %96, %92 ], [ %98, %97 ]
  %.819.1 = icmp slt i64 %100, 0
  %.828.1 = select i1 %.819.1, i64 %40, i64 0
  %.808.1.1 = add i64 %.828.1, %100
  %.843.1 = getelementptr i64, ptr %arg.front, i64 %.808.1.1
  %.844.1 = load i64, ptr %.843.1, align 8
  %.846.1 = getelementptr double, ptr %arg.cost, i64 %.844.1
  %.847.1 = load double, ptr %.846.1, align 8
  %.849.1 = fmul double %arg.bias, %.847.1
  %.850.1 = fadd double %.849.1, 2.000000e+00
  %.856.1 = fcmp olt double %.850.1, %best.3.3
  %pick.3.3.1 = select i1 %.856.1, i64 %.808.1.1, i64 %pick.3.3
  %.899 = getelementptr i64, ptr %arg.front, i64 %pick.3.3.1
  %.900 = load i64, ptr %.899, align 8
  %.903 = getelementptr i64, ptr %arg.front_from, i64 %pick.3.3.1
  %.904 = load i64, ptr %.903, align 8
  %101 = shl i64 %lsr.iv55, 3
  %scevgep60 = getelementptr i8, ptr %arg.front, i64 %101
  %scevgep61 = getelementptr i8, ptr %scevgep60, i64 -16
  %.918 = load i64, ptr %scevgep61, align 8
  store i64 %.918, ptr %.899, align 8
  %102 = shl i64 %lsr.iv55, 3
  %scevgep58 = getelementptr i8, ptr %arg.front_from, i64 %102
  %scevgep59 = getelementptr i8, ptr %scevgep58, i64 -16
  %.926 = load i64, ptr %scevgep59, align 8
  store i64 %.926, ptr %.903, align 8
  %.934 = getelementptr i64, ptr %arg.near, i64 %.900
  %.935 = load i64, ptr %.934, align 8
  %.937 = getelementptr i64, ptr %arg.local, i64 %.935
  %.938 = load i64, ptr %.937, align 8
  %.944 = getelementptr i64, ptr %arg.parent, i64 %.938
  %.945 = load i64, ptr %.944, align 8
  %.946.not = icmp eq i64 %.945, -2
  br i1 %.946.not, label %B616.endif, label %B274.loopexit

B616.endif:                                       ; preds = %99
  %.944.le = getelementptr i64, ptr %arg.parent, i64 %.938
  store i64 %.904, ptr %.944.le, align 8
  %.984 = getelementptr i64, ptr %arg.order, i64 %reached.2.1.ph
  store i64 %.938, ptr %.984, align 8
  %.987 = add nuw nsw i64 %reached.2.1.ph, 1
  %.995 = getelementptr i64, ptr %arg.member, i64 %.938
  %.996 = load i64, ptr %.995, align 8
  %.998 = getelementptr i64, ptr %arg.start, i64 %.996
  %.999 = load i64, ptr %.998, align 8
  %.1002 = getelementptr i8, ptr %.998, i64 8
  %.1003 = load i64, ptr %.1002, align 8
  %.1040 = sub i64 %.1003, %.999
  %.1083322.not = icmp slt i64 %.1040, 1
  %103 = add i64 %lsr.iv55, -2
  br i1 %.1083322.not, label %B824, label %B726.preheader

B726.preheader:                                   ; preds = %B616.endif
  %104 = add nuw i64 %.1040, 1
  br label %B726
}

define linkonce_odr i32 @_ZN6zoning10boundaries7kernels12trees_source9tree_sumsB3v12B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a8int64_2a8int64_2a8int64_2a10float64_2a10float64_2a10float64_2a8int64_2a8int64_2a8int64_2a10float64_2a(ptr %retptr, ptr %excinfo, i64 %arg.m, ptr %arg.member, ptr %arg.local, ptr %arg.start, ptr %arg.near, ptr %arg.length, ptr %arg.hidden, ptr %arg.feature, ptr %arg.order, ptr %arg.parent, ptr %arg.depth, ptr %arg.sums) {
B0.endif:
  %.78 = icmp sgt i64 %arg.m, 0
  br i1 %.78, label %B36.endif.endif.preheader, label %B182.endif

B36.endif.endif.preheader:                        ; preds = %B0.endif
  %scevgep9 = getelementptr i8, ptr %arg.sums, i64 88
  br label %B36.endif.endif

B238:                                             ; preds = %B238.preheader.new, %B238
  %.419363365 = phi i64 [ 1, %B238.preheader.new ], [ %.426.1, %B238 ]
  %sunkaddr6 = mul i64 %.419363365, 8
  %sunkaddr7 = getelementptr i8, ptr %arg.order, i64 %sunkaddr6
  %.453 = load i64, ptr %sunkaddr7, align 8
  %.455 = getelementptr i64, ptr %arg.parent, i64 %.453
  %.456 = load i64, ptr %.455, align 8
  %.458 = getelementptr i64, ptr %arg.depth, i64 %.456
  %.459 = load i64, ptr %.458, align 8
  %.460 = add nsw i64 %.459, 1
  %.462 = getelementptr i64, ptr %arg.depth, i64 %.453
  store i64 %.460, ptr %.462, align 8
  %.426.1 = add i64 %.419363365, 2
  %sunkaddr = mul i64 %.426.1, 8
  %sunkaddr8 = getelementptr i8, ptr %arg.order, i64 %sunkaddr
  %sunkaddr9 = getelementptr i8, ptr %sunkaddr8, i64 -8
  %.453.1 = load i64, ptr %sunkaddr9, align 8
  %.455.1 = getelementptr i64, ptr %arg.parent, i64 %.453.1
  %.456.1 = load i64, ptr %.455.1, align 8
  %.458.1 = getelementptr i64, ptr %arg.depth, i64 %.456.1
  %.459.1 = load i64, ptr %.458.1, align 8
  %.460.1 = add nsw i64 %.459.1, 1
  %.462.1 = getelementptr i64, ptr %arg.depth, i64 %.453.1
  store i64 %.460.1, ptr %.462.1, align 8
  %0 = add i64 %8, %.426.1
  %niter.ncmp.1 = icmp eq i64 %0, 1
  br i1 %niter.ncmp.1, label %B298.endif.loopexit.unr-lcssa, label %B238

B330.loopexit:                                    ; preds = %B332.endif, %B1127
  %exitcond406.not = icmp eq i64 %arg.m, %.563
  br i1 %exitcond406.not, label %B944.endif, label %B332.endif

B416:                                             ; preds = %B416.lr.ph, %B1127
  %.681369373 = phi i64 [ %.638, %B416.lr.ph ], [ %.691, %B1127 ]
  %.688370372 = phi i64 [ %.597, %B416.lr.ph ], [ %.695, %B1127 ]
  %.691 = add nsw i64 %.681369373, -1
  %.695 = add i64 %.688370372, 1
  %.725 = getelementptr i64, ptr %arg.near, i64 %.688370372
  %.726 = load i64, ptr %.725, align 8
  %.728 = getelementptr i64, ptr %arg.local, i64 %.726
  %.729 = load i64, ptr %.728, align 8
  %.734 = icmp slt i64 %.729, 0
  br i1 %.734, label %B1127, label %B460

B460:                                             ; preds = %B416
  %sunkaddr10 = getelementptr i8, ptr %arg.sums, i64 %sunkaddr27
  %sunkaddr11 = getelementptr i8, ptr %sunkaddr10, i64 88
  %.746 = load double, ptr %sunkaddr11, align 8
  %.749 = getelementptr double, ptr %arg.length, i64 %.688370372
  %.750 = load double, ptr %.749, align 8
  %.751 = fadd double %.746, %.750
  store double %.751, ptr %sunkaddr11, align 8
  %sunkaddr12 = getelementptr i8, ptr %arg.sums, i64 %sunkaddr27
  %sunkaddr13 = getelementptr i8, ptr %sunkaddr12, i64 96
  %.760 = load double, ptr %sunkaddr13, align 8
  %.763 = getelementptr double, ptr %arg.hidden, i64 %.688370372
  %.764 = load double, ptr %.763, align 8
  %.765 = fadd double %.760, %.764
  store double %.765, ptr %sunkaddr13, align 8
  %.771 = icmp slt i64 %.729, %.556377383
  br i1 %.771, label %B1127, label %B586

B586:                                             ; preds = %B460
  %.791.not = icmp eq i64 %.556377383, %.729
  br i1 %.791.not, label %B688, label %B606.preheader

B606.preheader:                                   ; preds = %B586
  br label %B606

B606:                                             ; preds = %B676, %B606.preheader
  %a.2.3 = phi i64 [ %a.3.5, %B676 ], [ %.556377383, %B606.preheader ]
  %b.2.3 = phi i64 [ %b.3.5, %B676 ], [ %.729, %B606.preheader ]
  %.800 = getelementptr i64, ptr %arg.depth, i64 %a.2.3
  %.801 = load i64, ptr %.800, align 8
  %.804 = getelementptr i64, ptr %arg.depth, i64 %b.2.3
  %.805 = load i64, ptr %.804, align 8
  %.806.not = icmp slt i64 %.801, %.805
  br i1 %.806.not, label %B660, label %B642

B642:                                             ; preds = %B606
  %.816 = getelementptr i64, ptr %arg.parent, i64 %a.2.3
  %.817 = load i64, ptr %.816, align 8
  br label %B676

B660:                                             ; preds = %B606
  %.831 = getelementptr i64, ptr %arg.parent, i64 %b.2.3
  %.832 = load i64, ptr %.831, align 8
  br label %B676

B676:                                             ; preds = %B660, %B642
  %b.3.5 = phi i64 [ %b.2.3, %B642 ], [ %.832, %B660 ]
  %a.3.5 = phi i64 [ %.817, %B642 ], [ %a.2.3, %B660 ]
  %.849.not = icmp eq i64 %a.3.5, %b.3.5
  br i1 %.849.not, label %B688.loopexit, label %B606

B688.loopexit:                                    ; preds = %B676
  %.pre = mul nsw i64 %b.3.5, 13
  %.phi.trans.insert = getelementptr double, ptr %arg.sums, i64 %.pre
  %.898.phi.trans.insert = getelementptr i8, ptr %.phi.trans.insert, i64 88
  %.899.pre = load double, ptr %.898.phi.trans.insert, align 8
  %.915.phi.trans.insert = getelementptr i8, ptr %.phi.trans.insert, i64 96
  %.916.pre = load double, ptr %.915.phi.trans.insert, align 8
  br label %B688

B688:                                             ; preds = %B688.loopexit, %B586
  %.916 = phi double [ %.916.pre, %B688.loopexit ], [ %.765, %B586 ]
  %.899 = phi double [ %.899.pre, %B688.loopexit ], [ %.751, %B586 ]
  %.865.pre-phi = phi i64 [ %.pre, %B688.loopexit ], [ %.742, %B586 ]
  %1 = getelementptr double, ptr %arg.sums, i64 %.865.pre-phi
  %.868 = getelementptr i8, ptr %1, i64 24
  %.869 = load double, ptr %.868, align 8
  %sunkaddr33 = shl i64 %.688370372, 3
  %sunkaddr34 = getelementptr i8, ptr %arg.length, i64 %sunkaddr33
  %.873 = load double, ptr %sunkaddr34, align 8
  %.874 = fmul double %.873, 2.000000e+00
  %.875 = fsub double %.869, %.874
  store double %.875, ptr %.868, align 8
  %.883 = getelementptr i8, ptr %1, i64 32
  %.884 = load double, ptr %.883, align 8
  %sunkaddr36 = getelementptr i8, ptr %arg.hidden, i64 %sunkaddr33
  %.888 = load double, ptr %sunkaddr36, align 8
  %.889 = fmul double %.888, 2.000000e+00
  %.890 = fsub double %.884, %.889
  store double %.890, ptr %.883, align 8
  %.898 = getelementptr i8, ptr %1, i64 88
  %.903 = load double, ptr %sunkaddr34, align 8
  %.904 = fmul double %.903, 2.000000e+00
  %.905 = fsub double %.899, %.904
  store double %.905, ptr %.898, align 8
  %.915 = getelementptr i8, ptr %1, i64 96
  %.920 = load double, ptr %sunkaddr36, align 8
  %.923 = fmul double %.920, 2.000000e+00
  %.924 = fsub double %.916, %.923
  store double %.924, ptr %.915, align 8
  br label %B1127

B1126:                                            ; preds = %B986.endif.endif, %B944.endif
  store i64 %arg.m, ptr %retptr, align 8
  ret i32 0

B1127:                                            ; preds = %B688, %B460, %B416
  %.682 = icmp sgt i64 %.681369373, 1
  br i1 %.682, label %B416, label %B330.loopexit

B36.endif.endif:                                  ; preds = %B36.endif.endif, %B36.endif.endif.preheader
  %lsr.iv = phi ptr [ %scevgep9, %B36.endif.endif.preheader ], [ %scevgep10, %B36.endif.endif ]
  %.128352357 = phi i64 [ 0, %B36.endif.endif.preheader ], [ %.135, %B36.endif.endif ]
  %2 = shl i64 %.128352357, 3
  %scevgep22 = getelementptr i8, ptr %arg.member, i64 %2
  %.166 = load i64, ptr %scevgep22, align 8
  %.idx344 = mul i64 %.166, 88
  %3 = getelementptr i8, ptr %arg.feature, i64 %.idx344
  %scevgep21 = getelementptr i8, ptr %lsr.iv, i64 -88
  %.292 = load double, ptr %3, align 8
  store double %.292, ptr %scevgep21, align 8
  %.291.1 = getelementptr i8, ptr %3, i64 8
  %.292.1 = load double, ptr %.291.1, align 8
  %scevgep20 = getelementptr i8, ptr %lsr.iv, i64 -80
  store double %.292.1, ptr %scevgep20, align 8
  %.291.2 = getelementptr i8, ptr %3, i64 16
  %.292.2 = load double, ptr %.291.2, align 8
  %scevgep19 = getelementptr i8, ptr %lsr.iv, i64 -72
  store double %.292.2, ptr %scevgep19, align 8
  %.291.3 = getelementptr i8, ptr %3, i64 24
  %.292.3 = load double, ptr %.291.3, align 8
  %scevgep18 = getelementptr i8, ptr %lsr.iv, i64 -64
  store double %.292.3, ptr %scevgep18, align 8
  %.291.4 = getelementptr i8, ptr %3, i64 32
  %.292.4 = load double, ptr %.291.4, align 8
  %scevgep17 = getelementptr i8, ptr %lsr.iv, i64 -56
  store double %.292.4, ptr %scevgep17, align 8
  %.291.5 = getelementptr i8, ptr %3, i64 40
  %.292.5 = load double, ptr %.291.5, align 8
  %scevgep16 = getelementptr i8, ptr %lsr.iv, i64 -48
  store double %.292.5, ptr %scevgep16, align 8
  %.291.6 = getelementptr i8, ptr %3, i64 48
  %.292.6 = load double, ptr %.291.6, align 8
  %scevgep15 = getelementptr i8, ptr %lsr.iv, i64 -40
  store double %.292.6, ptr %scevgep15, align 8
  %.291.7 = getelementptr i8, ptr %3, i64 56
  %.292.7 = load double, ptr %.291.7, align 8
  %scevgep14 = getelementptr i8, ptr %lsr.iv, i64 -32
  store double %.292.7, ptr %scevgep14, align 8
  %.291.8 = getelementptr i8, ptr %3, i64 64
  %.292.8 = load double, ptr %.291.8, align 8
  %scevgep13 = getelementptr i8, ptr %lsr.iv, i64 -24
  store double %.292.8, ptr %scevgep13, align 8
  %.291.9 = getelementptr i8, ptr %3, i64 72
  %.292.9 = load double, ptr %.291.9, align 8
  %scevgep12 = getelementptr i8, ptr %lsr.iv, i64 -16
  store double %.292.9, ptr %scevgep12, align 8
  %.291.10 = getelementptr i8, ptr %3, i64 80
  %.292.10 = load double, ptr %.291.10, align 8
  %scevgep11 = getelementptr i8, ptr %lsr.iv, i64 -8
  store double %.292.10, ptr %scevgep11, align 8
  %.135 = add nuw nsw i64 %.128352357, 1
  tail call void @llvm.memset.p0.i64(ptr align 8 dereferenceable(16) %lsr.iv, i8 0, i64 16, i1 false)
  %scevgep10 = getelementptr i8, ptr %lsr.iv, i64 104
  %exitcond.not = icmp eq i64 %arg.m, %.135
  br i1 %exitcond.not, label %B182.endif, label %B36.endif.endif

B182.endif:                                       ; preds = %B36.endif.endif, %B0.endif
  %.329 = load i64, ptr %arg.order, align 8
  %.331 = getelementptr i64, ptr %arg.depth, i64 %.329
  store i64 0, ptr %.331, align 8
  %.370 = add i64 %arg.m, -1
  %.413364.not = icmp slt i64 %.370, 1
  br i1 %.413364.not, label %B298.endif, label %B238.preheader

B238.preheader:                                   ; preds = %B182.endif
  %4 = icmp eq i64 %arg.m, 2
  br i1 %4, label %B238.epil.preheader, label %B238.preheader.new

B238.preheader.new:                               ; preds = %B238.preheader
  %5 = lshr i64 %.370, 1
  %6 = trunc i64 %5 to i62
  %7 = zext i62 %6 to i64
  %8 = mul nsw i64 %7, -2
  br label %B238

B298.endif.loopexit.unr-lcssa:                    ; preds = %B238
  %9 = and i64 %.370, 1
  %lcmp.mod.not = icmp eq i64 %9, 0
  br i1 %lcmp.mod.not, label %B298.endif, label %B238.epil.preheader

B238.epil.preheader:                              ; preds = %B298.endif.loopexit.unr-lcssa, %B238.preheader
  %.419363365.epil.init = phi i64 [ 1, %B238.preheader ], [ %.426.1, %B298.endif.loopexit.unr-lcssa ]
  %.452.epil = getelementptr i64, ptr %arg.order, i64 %.419363365.epil.init
  %.453.epil = load i64, ptr %.452.epil, align 8
  %.455.epil = getelementptr i64, ptr %arg.parent, i64 %.453.epil
  %.456.epil = load i64, ptr %.455.epil, align 8
  %.458.epil = getelementptr i64, ptr %arg.depth, i64 %.456.epil
  %.459.epil = load i64, ptr %.458.epil, align 8
  %.460.epil = add nsw i64 %.459.epil, 1
  %.462.epil = getelementptr i64, ptr %arg.depth, i64 %.453.epil
  store i64 %.460.epil, ptr %.462.epil, align 8
  br label %B298.endif

B298.endif:                                       ; preds = %B238.epil.preheader, %B298.endif.loopexit.unr-lcssa, %B182.endif
  %.550382.not = icmp slt i64 %arg.m, 1
  br i1 %.550382.not, label %B944.endif, label %B332.endif.preheader

B332.endif.preheader:                             ; preds = %B298.endif
  br label %B332.endif

B332.endif:                                       ; preds = %B332.endif.preheader, %B330.loopexit
  %.556377383 = phi i64 [ %.563, %B330.loopexit ], [ 0, %B332.endif.preheader ]
  %.563 = add nuw nsw i64 %.556377383, 1
  %.593 = getelementptr i64, ptr %arg.member, i64 %.556377383
  %.594 = load i64, ptr %.593, align 8
  %.596 = getelementptr i64, ptr %arg.start, i64 %.594
  %.597 = load i64, ptr %.596, align 8
  %.600 = getelementptr i8, ptr %.596, i64 8
  %.601 = load i64, ptr %.600, align 8
  %.638 = sub i64 %.601, %.597
  %.682371.not = icmp slt i64 %.638, 1
  br i1 %.682371.not, label %B330.loopexit, label %B416.lr.ph

B416.lr.ph:                                       ; preds = %B332.endif
  %.742 = mul nuw nsw i64 %.556377383, 13
  %sunkaddr27 = mul i64 %.556377383, 104
  br label %B416

B944.endif:                                       ; preds = %B298.endif, %B330.loopexit
  %10 = add i64 %arg.m, -2
  %.1035398 = icmp ult i64 %10, 9223372036854775807
  br i1 %.1035398, label %B986.endif.endif.preheader, label %B1126

B986.endif.endif.preheader:                       ; preds = %B944.endif
  br label %B986.endif.endif

B986.endif.endif:                                 ; preds = %B986.endif.endif, %B986.endif.endif.preheader
  %.1041394399.in = phi i64 [ %.1041394399, %B986.endif.endif ], [ %arg.m, %B986.endif.endif.preheader ]
  %.1041394399 = add i64 %.1041394399.in, -1
  %sunkaddr14 = mul i64 %.1041394399, 8
  %sunkaddr15 = getelementptr i8, ptr %arg.order, i64 %sunkaddr14
  %.1075 = load i64, ptr %sunkaddr15, align 8
  %.1081 = getelementptr i64, ptr %arg.parent, i64 %.1075
  %.1082 = load i64, ptr %.1081, align 8
  %.idx = mul i64 %.1082, 104
  %11 = getelementptr i8, ptr %arg.sums, i64 %.idx
  %.idx342 = mul i64 %.1075, 104
  %12 = getelementptr i8, ptr %arg.sums, i64 %.idx342
  %.1208 = load double, ptr %11, align 8
  %.1214 = load double, ptr %12, align 8
  %.1215 = fadd double %.1208, %.1214
  store double %.1215, ptr %11, align 8
  %.1207.1 = getelementptr i8, ptr %11, i64 8
  %.1208.1 = load double, ptr %.1207.1, align 8
  %.1213.1 = getelementptr i8, ptr %12, i64 8
  %.1214.1 = load double, ptr %.1213.1, align 8
  %.1215.1 = fadd double %.1208.1, %.1214.1
  store double %.1215.1, ptr %.1207.1, align 8
  %.1207.2 = getelementptr i8, ptr %11, i64 16
  %.1208.2 = load double, ptr %.1207.2, align 8
  %.1213.2 = getelementptr i8, ptr %12, i64 16
  %.1214.2 = load double, ptr %.1213.2, align 8
  %.1215.2 = fadd double %.1208.2, %.1214.2
  store double %.1215.2, ptr %.1207.2, align 8
  %.1207.3 = getelementptr i8, ptr %11, i64 24
  %.1208.3 = load double, ptr %.1207.3, align 8
  %.1213.3 = getelementptr i8, ptr %12, i64 24
  %.1214.3 = load double, ptr %.1213.3, align 8
  %.1215.3 = fadd double %.1208.3, %.1214.3
  store double %.1215.3, ptr %.1207.3, align 8
  %.1207.4 = getelementptr i8, ptr %11, i64 32
  %.1208.4 = load double, ptr %.1207.4, align 8
  %.1213.4 = getelementptr i8, ptr %12, i64 32
  %.1214.4 = load double, ptr %.1213.4, align 8
  %.1215.4 = fadd double %.1208.4, %.1214.4
  store double %.1215.4, ptr %.1207.4, align 8
  %.1207.5 = getelementptr i8, ptr %11, i64 40
  %.1208.5 = load double, ptr %.1207.5, align 8
  %.1213.5 = getelementptr i8, ptr %12, i64 40
  %.1214.5 = load double, ptr %.1213.5, align 8
  %.1215.5 = fadd double %.1208.5, %.1214.5
  store double %.1215.5, ptr %.1207.5, align 8
  %.1207.6 = getelementptr i8, ptr %11, i64 48
  %.1208.6 = load double, ptr %.1207.6, align 8
  %.1213.6 = getelementptr i8, ptr %12, i64 48
  %.1214.6 = load double, ptr %.1213.6, align 8
  %.1215.6 = fadd double %.1208.6, %.1214.6
  store double %.1215.6, ptr %.1207.6, align 8
  %.1207.7 = getelementptr i8, ptr %11, i64 56
  %.1208.7 = load double, ptr %.1207.7, align 8
  %.1213.7 = getelementptr i8, ptr %12, i64 56
  %.1214.7 = load double, ptr %.1213.7, align 8
  %.1215.7 = fadd double %.1208.7, %.1214.7
  store double %.1215.7, ptr %.1207.7, align 8
  %.1207.8 = getelementptr i8, ptr %11, i64 64
  %.1208.8 = load double, ptr %.1207.8, align 8
  %.1213.8 = getelementptr i8, ptr %12, i64 64
  %.1214.8 = load double, ptr %.1213.8, align 8
  %.1215.8 = fadd double %.1208.8, %.1214.8
  store double %.1215.8, ptr %.1207.8, align 8
  %.1207.9 = getelementptr i8, ptr %11, i64 72
  %.1208.9 = load double, ptr %.1207.9, align 8
  %.1213.9 = getelementptr i8, ptr %12, i64 72
  %.1214.9 = load double, ptr %.1213.9, align 8
  %.1215.9 = fadd double %.1208.9, %.1214.9
  store double %.1215.9, ptr %.1207.9, align 8
  %.1207.10 = getelementptr i8, ptr %11, i64 80
  %.1208.10 = load double, ptr %.1207.10, align 8
  %.1213.10 = getelementptr i8, ptr %12, i64 80
  %.1214.10 = load double, ptr %.1213.10, align 8
  %.1215.10 = fadd double %.1208.10, %.1214.10
  store double %.1215.10, ptr %.1207.10, align 8
  %.1207.11 = getelementptr i8, ptr %11, i64 88
  %.1208.11 = load double, ptr %.1207.11, align 8
  %.1213.11 = getelementptr i8, ptr %12, i64 88
  %.1214.11 = load double, ptr %.1213.11, align 8
  %.1215.11 = fadd double %.1208.11, %.1214.11
  store double %.1215.11, ptr %.1207.11, align 8
  %.1207.12 = getelementptr i8, ptr %11, i64 96
  %.1208.12 = load double, ptr %.1207.12, align 8
  %.1213.12 = getelementptr i8, ptr %12, i64 96
  %.1214.12 = load double, ptr %.1213.12, align 8
  %.1215.12 = fadd double %.1208.12, %.1214.12
  store double %.1215.12, ptr %.1207.12, align 8
  %.1035 = icmp ugt i64 %.1041394399, 1
  br i1 %.1035, label %B986.endif.endif, label %B1126
}

define linkonce_odr i32 @_ZN6zoning10boundaries7kernels16zone_sums_source13super_badnessB2v7B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAE10float64_2axx10float64_2ad(ptr %retptr, ptr %excinfo, ptr %arg.z, i64 %arg.at, i64 %arg.k, ptr %arg.rule, double %arg.fair) {
B0:
  %0 = getelementptr double, ptr %arg.z, i64 %arg.at
  %.22 = getelementptr i8, ptr %0, i64 80
  %.23 = load double, ptr %.22, align 8
  %.25 = sitofp i64 %arg.k to double
  %.26 = fsub double %.25, %.23
  %.33 = load double, ptr %0, align 8
  %.37 = getelementptr i8, ptr %0, i64 72
  %.38 = load double, ptr %.37, align 8
  %.39 = fsub double %.33, %.38
  %.44 = fcmp olt double %.26, 5.000000e-01
  br i1 %.44, label %B84, label %B142.endif

B84:                                              ; preds = %B0
  %.53 = getelementptr i8, ptr %arg.rule, i64 24
  %.54 = load double, ptr %.53, align 8
  %.56 = fsub double 5.000000e-01, %.26
  %.59 = fmul double %.56, %.54
  %.66 = fmul double %.39, %.54
  %.73 = fdiv double %.66, %arg.fair
  %.76 = fadd double %.59, %.73
  br label %common.ret

B278:                                             ; preds = %B142.endif
  %.152 = getelementptr i8, ptr %arg.rule, i64 24
  %.153 = load double, ptr %.152, align 8
  %.155 = fmul double %.26, %.153
  %.160 = fsub double %.147, %.84
  %.167 = fdiv double %.160, %arg.fair
  %.170 = fadd double %.167, 1.000000e+00
  %.171 = fmul double %.170, %.155
  %.173 = fadd double %.139, %.171
  br label %B432

B344:                                             ; preds = %B142.endif
  %.184 = getelementptr i8, ptr %arg.rule, i64 16
  %.185 = load double, ptr %.184, align 8
  %.187 = fcmp ogt double %.84, %.185
  br i1 %.187, label %B368, label %B432

B368:                                             ; preds = %B344
  %.190 = getelementptr i8, ptr %arg.rule, i64 24
  %.191 = load double, ptr %.190, align 8
  %.193 = fmul double %.26, %.191
  %.198 = fsub double %.84, %.185
  %.205 = fdiv double %.198, %arg.fair
  %.208 = fadd double %.205, 1.000000e+00
  %.209 = fmul double %.208, %.193
  %.211 = fadd double %.139, %.209
  br label %B432

B432:                                             ; preds = %B368, %B344, %B278
  %bad.6.0 = phi double [ %.173, %B278 ], [ %.211, %B368 ], [ %.139, %B344 ]
  %.228 = getelementptr i8, ptr %arg.rule, i64 80
  %.229 = load double, ptr %.228, align 8
  %.230 = fcmp ogt double %.229, 0.000000e+00
  br i1 %.230, label %B456, label %B560

B456:                                             ; preds = %B432
  %sunkaddr3 = mul i64 %arg.at, 8
  %sunkaddr6 = getelementptr i8, ptr %arg.z, i64 %sunkaddr3
  %sunkaddr7 = getelementptr i8, ptr %sunkaddr6, i64 8
  %.238 = load double, ptr %sunkaddr7, align 8
  %.244 = fdiv double %.238, %.25
  %.249 = getelementptr i8, ptr %arg.rule, i64 88
  %.250 = load double, ptr %.249, align 8
  %.252 = fcmp olt double %.244, %.250
  br i1 %.252, label %B532, label %B508

B508:                                             ; preds = %B456
  %.258 = getelementptr i8, ptr %arg.rule, i64 96
  %.259 = load double, ptr %.258, align 8
  %.261 = fcmp ogt double %.244, %.259
  br i1 %.261, label %B532, label %B560

B532:                                             ; preds = %B508, %B456
  %.268 = getelementptr i8, ptr %arg.rule, i64 24
  %.269 = load double, ptr %.268, align 8
  %.271 = fmul double %.26, %.269
  %.275 = fadd double %bad.6.0, %.271
  br label %B560

B560:                                             ; preds = %B532, %B508, %B432
  %bad.7.0 = phi double [ %bad.6.0, %B508 ], [ %.275, %B532 ], [ %bad.6.0, %B432 ]
  %sunkaddr9 = mul i64 %arg.at, 8
  %sunkaddr10 = getelementptr i8, ptr %arg.z, i64 %sunkaddr9
  %sunkaddr12 = getelementptr i8, ptr %sunkaddr10, i64 24
  %.293 = load double, ptr %sunkaddr12, align 8
  %.298 = fcmp ogt double %.293, 0.000000e+00
  br i1 %.298, label %B594, label %B670

B594:                                             ; preds = %B560
  %.301 = getelementptr i8, ptr %arg.rule, i64 48
  %.302 = load double, ptr %.301, align 8
  %.305 = fmul double %.302, %.25
  %sunkaddr13 = mul i64 %arg.at, 8
  %sunkaddr14 = getelementptr i8, ptr %arg.z, i64 %sunkaddr13
  %sunkaddr15 = getelementptr i8, ptr %sunkaddr14, i64 16
  %.312 = load double, ptr %sunkaddr15, align 8
  %.313 = fmul double %.312, 0x402921FB54442D18
  %.316 = fmul double %.293, %.293
  %.322 = fdiv double %.313, %.316
  %.323 = fsub double 1.000000e+00, %.322
  %.324 = fmul double %.305, %.323
  %.326 = fadd double %bad.7.0, %.324
  br label %B670

common.ret:                                       ; preds = %B670, %B84
  %storemerge = phi double [ %.354, %B670 ], [ %.76, %B84 ]
  store double %storemerge, ptr %retptr, align 8
  ret i32 0

B670:                                             ; preds = %B594, %B560
  %bad.8.0 = phi double [ %.326, %B594 ], [ %bad.7.0, %B560 ]
  %.339 = getelementptr i8, ptr %arg.rule, i64 56
  %.340 = load double, ptr %.339, align 8
  %sunkaddr16 = mul i64 %arg.at, 8
  %sunkaddr17 = getelementptr i8, ptr %arg.z, i64 %sunkaddr16
  %sunkaddr18 = getelementptr i8, ptr %sunkaddr17, i64 32
  %.349 = load double, ptr %sunkaddr18, align 8
  %.352 = fmul double %.340, %.349
  %.354 = fadd double %bad.8.0, %.352
  br label %common.ret

B142.endif:                                       ; preds = %B0
  %.84 = fdiv double %.39, %.26
  %.92 = fsub double %.84, %arg.fair
  %.97 = fdiv double %.92, %arg.fair
  %.106 = getelementptr i8, ptr %arg.rule, i64 40
  %.107 = load double, ptr %.106, align 8
  %.109 = fmul double %.97, %.107
  %.111 = fmul double %.97, %.109
  %.113 = fmul double %.26, %.111
  %.118 = fcmp olt double %.97, 0.000000e+00
  %.121 = fneg double %.97
  %off.2.0 = select i1 %.118, double %.121, double %.97
  %.130 = getelementptr i8, ptr %arg.rule, i64 32
  %.131 = load double, ptr %.130, align 8
  %.133 = fmul double %off.2.0, %.131
  %.137 = fmul double %.26, %.133
  %.139 = fadd double %.113, %.137
  %.146 = getelementptr i8, ptr %arg.rule, i64 8
  %.147 = load double, ptr %.146, align 8
  %.149 = fcmp olt double %.84, %.147
  br i1 %.149, label %B278, label %B344
}

define linkonce_odr i32 @_ZN6zoning10boundaries7kernels16zone_sums_source13super_badnessB2v8B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAE10float64_2a24Literal_5bint_5d_2811_29x10float64_2ad(ptr %retptr, ptr %excinfo, ptr %arg.z, i64 %arg.at, i64 %arg.k, ptr %arg.rule, double %arg.fair) {
B0:
  %.22 = getelementptr i8, ptr %arg.z, i64 168
  %.23 = load double, ptr %.22, align 8
  %.25 = sitofp i64 %arg.k to double
  %.26 = fsub double %.25, %.23
  %.32 = getelementptr i8, ptr %arg.z, i64 88
  %.33 = load double, ptr %.32, align 8
  %.37 = getelementptr i8, ptr %arg.z, i64 160
  %.38 = load double, ptr %.37, align 8
  %.39 = fsub double %.33, %.38
  %.44 = fcmp olt double %.26, 5.000000e-01
  br i1 %.44, label %B84, label %B142.endif

B84:                                              ; preds = %B0
  %.53 = getelementptr i8, ptr %arg.rule, i64 24
  %.54 = load double, ptr %.53, align 8
  %.56 = fsub double 5.000000e-01, %.26
  %.59 = fmul double %.56, %.54
  %.66 = fmul double %.39, %.54
  %.73 = fdiv double %.66, %arg.fair
  %.76 = fadd double %.59, %.73
  br label %common.ret

B278:                                             ; preds = %B142.endif
  %.152 = getelementptr i8, ptr %arg.rule, i64 24
  %.153 = load double, ptr %.152, align 8
  %.155 = fmul double %.26, %.153
  %.160 = fsub double %.147, %.84
  %.167 = fdiv double %.160, %arg.fair
  %.170 = fadd double %.167, 1.000000e+00
  %.171 = fmul double %.170, %.155
  %.173 = fadd double %.139, %.171
  br label %B432

B344:                                             ; preds = %B142.endif
  %.184 = getelementptr i8, ptr %arg.rule, i64 16
  %.185 = load double, ptr %.184, align 8
  %.187 = fcmp ogt double %.84, %.185
  br i1 %.187, label %B368, label %B432

B368:                                             ; preds = %B344
  %.190 = getelementptr i8, ptr %arg.rule, i64 24
  %.191 = load double, ptr %.190, align 8
  %.193 = fmul double %.26, %.191
  %.198 = fsub double %.84, %.185
  %.205 = fdiv double %.198, %arg.fair
  %.208 = fadd double %.205, 1.000000e+00
  %.209 = fmul double %.208, %.193
  %.211 = fadd double %.139, %.209
  br label %B432

B432:                                             ; preds = %B368, %B344, %B278
  %bad.6.0 = phi double [ %.173, %B278 ], [ %.211, %B368 ], [ %.139, %B344 ]
  %.228 = getelementptr i8, ptr %arg.rule, i64 80
  %.229 = load double, ptr %.228, align 8
  %.230 = fcmp ogt double %.229, 0.000000e+00
  br i1 %.230, label %B456, label %B560

B456:                                             ; preds = %B432
  %.237 = getelementptr i8, ptr %arg.z, i64 96
  %.238 = load double, ptr %.237, align 8
  %.244 = fdiv double %.238, %.25
  %.249 = getelementptr i8, ptr %arg.rule, i64 88
  %.250 = load double, ptr %.249, align 8
  %.252 = fcmp olt double %.244, %.250
  br i1 %.252, label %B532, label %B508

B508:                                             ; preds = %B456
  %.258 = getelementptr i8, ptr %arg.rule, i64 96
  %.259 = load double, ptr %.258, align 8
  %.261 = fcmp ogt double %.244, %.259
  br i1 %.261, label %B532, label %B560

B532:                                             ; preds = %B508, %B456
  %.268 = getelementptr i8, ptr %arg.rule, i64 24
  %.269 = load double, ptr %.268, align 8
  %.271 = fmul double %.26, %.269
  %.275 = fadd double %bad.6.0, %.271
  br label %B560

B560:                                             ; preds = %B532, %B508, %B432
  %bad.7.0 = phi double [ %.275, %B532 ], [ %bad.6.0, %B508 ], [ %bad.6.0, %B432 ]
  %.292 = getelementptr i8, ptr %arg.z, i64 112
  %.293 = load double, ptr %.292, align 8
  %.298 = fcmp ogt double %.293, 0.000000e+00
  br i1 %.298, label %B594, label %B670

B594:                                             ; preds = %B560
  %.301 = getelementptr i8, ptr %arg.rule, i64 48
  %.302 = load double, ptr %.301, align 8
  %.305 = fmul double %.302, %.25
  %.311 = getelementptr i8, ptr %arg.z, i64 104
  %.312 = load double, ptr %.311, align 8
  %.313 = fmul double %.312, 0x402921FB54442D18
  %.316 = fmul double %.293, %.293
  %.322 = fdiv double %.313, %.316
  %.323 = fsub double 1.000000e+00, %.322
  %.324 = fmul double %.305, %.323
  %.326 = fadd double %bad.7.0, %.324
  br label %B670

common.ret:                                       ; preds = %B670, %B84
  %storemerge = phi double [ %.354, %B670 ], [ %.76, %B84 ]
  store double %storemerge, ptr %retptr, align 8
  ret i32 0

B670:                                             ; preds = %B594, %B560
  %bad.8.0 = phi double [ %.326, %B594 ], [ %bad.7.0, %B560 ]
  %.339 = getelementptr i8, ptr %arg.rule, i64 56
  %.340 = load double, ptr %.339, align 8
  %.348 = getelementptr i8, ptr %arg.z, i64 120
  %.349 = load double, ptr %.348, align 8
  %.352 = fmul double %.340, %.349
  %.354 = fadd double %bad.8.0, %.352
  br label %common.ret

B142.endif:                                       ; preds = %B0
  %.84 = fdiv double %.39, %.26
  %.92 = fsub double %.84, %arg.fair
  %.97 = fdiv double %.92, %arg.fair
  %.106 = getelementptr i8, ptr %arg.rule, i64 40
  %.107 = load double, ptr %.106, align 8
  %.109 = fmul double %.97, %.107
  %.111 = fmul double %.97, %.109
  %.113 = fmul double %.26, %.111
  %.118 = fcmp olt double %.97, 0.000000e+00
  %.121 = fneg double %.97
  %off.2.0 = select i1 %.118, double %.121, double %.97
  %.130 = getelementptr i8, ptr %arg.rule, i64 32
  %.131 = load double, ptr %.130, align 8
  %.133 = fmul double %off.2.0, %.131
  %.137 = fmul double %.26, %.133
  %.139 = fadd double %.113, %.137
  %.146 = getelementptr i8, ptr %arg.rule, i64 8
  %.147 = load double, ptr %.146, align 8
  %.149 = fcmp olt double %.84, %.147
  br i1 %.149, label %B278, label %B344
}

declare void @llvm.assume(i1)

define i32 @zoning_improve(ptr %retptr, ptr %excinfo, i64 %arg.n, i64 %arg.zones, i64 %arg.sweeps, i64 %arg.trees, i64 %arg.flips, i64 %arg.fixed, ptr %arg.start, ptr %arg.near, ptr %arg.length, ptr %arg.hidden, ptr %arg.cost, ptr %arg.feature, ptr %arg.rule, ptr %arg.zone, ptr %arg.locked, ptr %arg.seed, ptr %arg.local, ptr %arg.member, ptr %arg.order, ptr %arg.parent, ptr %arg.depth, ptr %arg.front, ptr %arg.front_from, ptr %arg.sums, ptr %arg.side, ptr %arg.whole, ptr %arg.zf, ptr %arg.head, ptr %arg.after, ptr %arg.before, ptr %arg.stamp, ptr %arg.queue, ptr %arg.total) {
B0.endif:
  %const = bitcast i64 9223372036854775804 to i64
  %.674 = alloca i64, align 8
  store i64 0, ptr %.674, align 8
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.1457 = alloca double, align 8
  store double 0.000000e+00, ptr %.1457, align 8
  %excinfo.6 = alloca ptr, align 8
  store ptr null, ptr %excinfo.6, align 8
  %.1531 = alloca double, align 8
  store double 0.000000e+00, ptr %.1531, align 8
  %excinfo.8 = alloca ptr, align 8
  store ptr null, ptr %excinfo.8, align 8
  %.1576 = alloca i64, align 8
  store i64 0, ptr %.1576, align 8
  %excinfo.9 = alloca ptr, align 8
  store ptr null, ptr %excinfo.9, align 8
  %.1609 = alloca double, align 8
  store double 0.000000e+00, ptr %.1609, align 8
  %excinfo.10 = alloca ptr, align 8
  store ptr null, ptr %excinfo.10, align 8
  %.1667 = alloca double, align 8
  store double 0.000000e+00, ptr %.1667, align 8
  %excinfo.11 = alloca ptr, align 8
  store ptr null, ptr %excinfo.11, align 8
  %.2990 = alloca i64, align 8
  store i64 0, ptr %.2990, align 8
  %excinfo.20 = alloca ptr, align 8
  store ptr null, ptr %excinfo.20, align 8
  %.3579 = alloca i64, align 8
  store i64 0, ptr %.3579, align 8
  %excinfo.21 = alloca ptr, align 8
  store ptr null, ptr %excinfo.21, align 8
  %.3829 = alloca double, align 8
  store double 0.000000e+00, ptr %.3829, align 8
  %excinfo.22 = alloca ptr, align 8
  store ptr null, ptr %excinfo.22, align 8
  %.185966.not = icmp slt i64 %arg.n, 1
  br i1 %.185966.not, label %B60.endif, label %B36.preheader

B36.preheader:                                    ; preds = %B0.endif
  %xtraiter = and i64 %arg.n, 3
  %0 = icmp ult i64 %arg.n, 4
  br i1 %0, label %B36.epil.preheader, label %B36.preheader.new

B36.preheader.new:                                ; preds = %B36.preheader
  %unroll_iter = and i64 %arg.n, %const
  br label %B36

B36:                                              ; preds = %B36, %B36.preheader.new
  %.191965967 = phi i64 [ 0, %B36.preheader.new ], [ %.198.3, %B36 ]
  %sunkaddr = mul i64 %.191965967, 8
  %sunkaddr382 = getelementptr i8, ptr %arg.local, i64 %sunkaddr
  store i64 -1, ptr %sunkaddr382, align 8
  %sunkaddr383 = mul i64 %.191965967, 8
  %sunkaddr384 = getelementptr i8, ptr %arg.stamp, i64 %sunkaddr383
  store i64 0, ptr %sunkaddr384, align 8
  %sunkaddr385 = mul i64 %.191965967, 8
  %sunkaddr386 = getelementptr i8, ptr %arg.local, i64 %sunkaddr385
  %sunkaddr387 = getelementptr i8, ptr %sunkaddr386, i64 8
  store i64 -1, ptr %sunkaddr387, align 8
  %sunkaddr388 = mul i64 %.191965967, 8
  %sunkaddr389 = getelementptr i8, ptr %arg.stamp, i64 %sunkaddr388
  %sunkaddr390 = getelementptr i8, ptr %sunkaddr389, i64 8
  store i64 0, ptr %sunkaddr390, align 8
  %sunkaddr391 = mul i64 %.191965967, 8
  %sunkaddr392 = getelementptr i8, ptr %arg.local, i64 %sunkaddr391
  %sunkaddr393 = getelementptr i8, ptr %sunkaddr392, i64 16
  store i64 -1, ptr %sunkaddr393, align 8
  %sunkaddr394 = mul i64 %.191965967, 8
  %sunkaddr395 = getelementptr i8, ptr %arg.stamp, i64 %sunkaddr394
  %sunkaddr396 = getelementptr i8, ptr %sunkaddr395, i64 16
  store i64 0, ptr %sunkaddr396, align 8
  %.198.3 = add nuw nsw i64 %.191965967, 4
  %sunkaddr397 = mul i64 %.191965967, 8
  %sunkaddr398 = getelementptr i8, ptr %arg.local, i64 %sunkaddr397
  %sunkaddr399 = getelementptr i8, ptr %sunkaddr398, i64 24
  store i64 -1, ptr %sunkaddr399, align 8
  %sunkaddr400 = mul i64 %.191965967, 8
  %sunkaddr401 = getelementptr i8, ptr %arg.stamp, i64 %sunkaddr400
  %sunkaddr402 = getelementptr i8, ptr %sunkaddr401, i64 24
  store i64 0, ptr %sunkaddr402, align 8
  %niter.ncmp.3 = icmp eq i64 %unroll_iter, %.198.3
  br i1 %niter.ncmp.3, label %B112.endif.loopexit.unr-lcssa, label %B36

B154:                                             ; preds = %B154.preheader, %B152.backedge
  %lsr.iv357 = phi i64 [ %51, %B154.preheader ], [ %lsr.iv.next358, %B152.backedge ]
  %1 = shl i64 %lsr.iv357, 3
  %scevgep359 = getelementptr i8, ptr %arg.zone, i64 %1
  %.483 = load i64, ptr %scevgep359, align 8
  %.24.i = getelementptr i64, ptr %arg.head, i64 %.483
  %.25.i = load i64, ptr %.24.i, align 8, !noalias !11
  %scevgep360 = getelementptr i8, ptr %arg.after, i64 %1
  store i64 %.25.i, ptr %scevgep360, align 8, !noalias !11
  %2 = shl i64 %lsr.iv357, 3
  %scevgep361 = getelementptr i8, ptr %arg.before, i64 %2
  store i64 -1, ptr %scevgep361, align 8, !noalias !11
  %.36.i = load i64, ptr %.24.i, align 8, !noalias !11
  %.37.i = icmp sgt i64 %.36.i, -1
  br i1 %.37.i, label %B70.i, label %B152.backedge

B70.i:                                            ; preds = %B154
  %.45.i = getelementptr i64, ptr %arg.before, i64 %.36.i
  store i64 %lsr.iv357, ptr %.45.i, align 8, !noalias !11
  br label %B152.backedge

B152.backedge:                                    ; preds = %B70.i, %B154
  %sunkaddr.i = shl i64 %.483, 3
  %sunkaddr1.i = getelementptr i8, ptr %arg.head, i64 %sunkaddr.i
  store i64 %lsr.iv357, ptr %sunkaddr1.i, align 8, !noalias !11
  %lsr.iv.next358 = add i64 %lsr.iv357, -1
  %3 = add i64 %lsr.iv.next358, 2
  %.442 = icmp ugt i64 %3, 1
  br i1 %.442, label %B154, label %B210.endif

B240.loopexit.loopexit.unr-lcssa:                 ; preds = %B370
  %lcmp.mod273.not = icmp eq i64 %xtraiter271, 0
  br i1 %lcmp.mod273.not, label %B240.loopexit, label %B370.epil.preheader

B370.epil.preheader:                              ; preds = %B370.preheader, %B240.loopexit.loopexit.unr-lcssa
  %.783983985.epil.init = phi i64 [ 0, %B370.preheader ], [ %.790.3, %B240.loopexit.loopexit.unr-lcssa ]
  %4 = shl i64 %.783983985.epil.init, 3
  %scevgep355 = getelementptr i8, ptr %arg.member, i64 %4
  br label %B370.epil

B370.epil:                                        ; preds = %B370.epil, %B370.epil.preheader
  %epil.iter272 = phi i64 [ %epil.iter272.next, %B370.epil ], [ 0, %B370.epil.preheader ]
  %5 = shl nuw nsw i64 %epil.iter272, 3
  %scevgep356 = getelementptr i8, ptr %scevgep355, i64 %5
  %.817.epil = load i64, ptr %scevgep356, align 8
  %.819.epil = getelementptr i64, ptr %arg.local, i64 %.817.epil
  store i64 -1, ptr %.819.epil, align 8
  %epil.iter272.next = add i64 %epil.iter272, 1
  %epil.iter272.cmp.not = icmp eq i64 %xtraiter271, %epil.iter272.next
  br i1 %epil.iter272.cmp.not, label %B240.loopexit, label %B370.epil, !llvm.loop !14

B240.loopexit:                                    ; preds = %B242.endif.endif.endif, %B370.epil, %B240.loopexit.loopexit.unr-lcssa
  %exitcond2685.not = icmp eq i64 %arg.zones, %.610
  br i1 %exitcond2685.not, label %B398.endif, label %B242

B242:                                             ; preds = %B242.preheader, %B240.loopexit
  %.6039911004 = phi i64 [ %.610, %B240.loopexit ], [ 0, %B242.preheader ]
  %.610 = add nuw nsw i64 %.6039911004, 1
  %.22.i = getelementptr i64, ptr %arg.head, i64 %.6039911004
  %.23.i = load i64, ptr %.22.i, align 8, !noalias !15
  %.27.i55 = icmp sgt i64 %.23.i, -1
  br i1 %.27.i55, label %B32.i.preheader, label %B242.endif

B32.i.preheader:                                  ; preds = %B242
  br label %B32.i

B32.i:                                            ; preds = %B32.i, %B32.i.preheader
  %m.2.0.i = phi i64 [ %.40.i, %B32.i ], [ 0, %B32.i.preheader ]
  %v.2.0.i = phi i64 [ %.48.i, %B32.i ], [ %.23.i, %B32.i.preheader ]
  %.32.i = getelementptr i64, ptr %arg.local, i64 %v.2.0.i
  store i64 %m.2.0.i, ptr %.32.i, align 8, !noalias !15
  %6 = shl i64 %m.2.0.i, 3
  %scevgep.i = getelementptr i8, ptr %arg.member, i64 %6
  store i64 %v.2.0.i, ptr %scevgep.i, align 8, !noalias !15
  %.40.i = add i64 %m.2.0.i, 1
  %.47.i = getelementptr i64, ptr %arg.after, i64 %v.2.0.i
  %.48.i = load i64, ptr %.47.i, align 8, !noalias !15
  %.51.i = icmp sgt i64 %.48.i, -1
  br i1 %.51.i, label %B32.i, label %B242.endif

B370:                                             ; preds = %B370.preheader.new, %B370
  %.783983985 = phi i64 [ 0, %B370.preheader.new ], [ %.790.3, %B370 ]
  %sunkaddr403 = mul i64 %.783983985, 8
  %sunkaddr404 = getelementptr i8, ptr %arg.member, i64 %sunkaddr403
  %.817 = load i64, ptr %sunkaddr404, align 8
  %.819 = getelementptr i64, ptr %arg.local, i64 %.817
  store i64 -1, ptr %.819, align 8
  %sunkaddr405 = mul i64 %.783983985, 8
  %sunkaddr406 = getelementptr i8, ptr %arg.member, i64 %sunkaddr405
  %sunkaddr407 = getelementptr i8, ptr %sunkaddr406, i64 8
  %.817.1 = load i64, ptr %sunkaddr407, align 8
  %.819.1 = getelementptr i64, ptr %arg.local, i64 %.817.1
  store i64 -1, ptr %.819.1, align 8
  %sunkaddr408 = mul i64 %.783983985, 8
  %sunkaddr409 = getelementptr i8, ptr %arg.member, i64 %sunkaddr408
  %sunkaddr410 = getelementptr i8, ptr %sunkaddr409, i64 16
  %.817.2 = load i64, ptr %sunkaddr410, align 8
  %.819.2 = getelementptr i64, ptr %arg.local, i64 %.817.2
  store i64 -1, ptr %.819.2, align 8
  %.790.3 = add nuw nsw i64 %.783983985, 4
  %sunkaddr411 = mul i64 %.783983985, 8
  %sunkaddr412 = getelementptr i8, ptr %arg.member, i64 %sunkaddr411
  %sunkaddr413 = getelementptr i8, ptr %sunkaddr412, i64 24
  %.817.3 = load i64, ptr %sunkaddr413, align 8
  %.819.3 = getelementptr i64, ptr %arg.local, i64 %.817.3
  store i64 -1, ptr %.819.3, align 8
  %niter276.ncmp.3 = icmp eq i64 %unroll_iter275, %.790.3
  br i1 %niter276.ncmp.3, label %B240.loopexit.loopexit.unr-lcssa, label %B370

B450.loopexit:                                    ; preds = %B2294.endif, %B2791
  %mark.2.1.lcssa = phi i64 [ %mark.3.01868, %B2294.endif ], [ %mark.4.2, %B2791 ]
  %exitcond2696.not = icmp eq i64 %.937, %arg.sweeps
  br i1 %exitcond2696.not, label %B2674.endif.loopexit, label %B452

B452:                                             ; preds = %B452.lr.ph, %B450.loopexit
  %mark.3.01868 = phi i64 [ 1, %B452.lr.ph ], [ %mark.2.1.lcssa, %B450.loopexit ]
  %zones.3.01867 = phi i64 [ %arg.zones, %B452.lr.ph ], [ %zones.4.1.lcssa, %B450.loopexit ]
  %.93014801865 = phi i64 [ 0, %B452.lr.ph ], [ %.937, %B450.loopexit ]
  %.937 = add nuw nsw i64 %.93014801865, 1
  %sunkaddr414 = getelementptr i8, ptr %arg.rule, i64 104
  %.964 = load double, ptr %sunkaddr414, align 8
  %.968 = uitofp i64 %.93014801865 to double
  %.972 = fdiv double %.968, %.967
  %.973 = fsub double 1.000000e+00, %.972
  %.974 = fmul double %.964, %.973
  %.978 = fcmp olt double %.974, 0.000000e+00
  %heat.2.1 = select i1 %.978, double 0.000000e+00, double %.974
  %.10701414.not = icmp slt i64 %zones.3.01867, 1
  br i1 %.10701414.not, label %B2294.endif, label %B544.else.if.preheader

B544.else.if.preheader:                           ; preds = %B452
  br label %B544.else.if

B662:                                             ; preds = %B620.else.if
  %.1281.idx = mul i64 %rem.1.0, 88
  %.1281 = getelementptr i8, ptr %arg.zf, i64 %.1281.idx
  %.1282 = load double, ptr %.1281, align 8
  %.1285 = load double, ptr %arg.rule, align 8
  %.1286 = fmul double %.1285, 1.250000e+00
  %.1287 = fcmp ogt double %.1282, %.1286
  %.1309 = srem i64 %.1235.1, 3
  %.1332 = icmp eq i64 %.1309, 0
  %or.cond = select i1 %.1287, i1 %.1332, i1 false
  br i1 %or.cond, label %B818, label %B738

B738:                                             ; preds = %B620.else.if, %B662
  %.42.i = getelementptr i64, ptr %arg.head, i64 %rem.1.0
  %.43.i = load i64, ptr %.42.i, align 8, !noalias !18
  %.47.i57 = icmp sgt i64 %.43.i, -1
  br i1 %.47.i57, label %B56.endif.i.preheader, label %B2789

B56.endif.i.preheader:                            ; preds = %B738
  br label %B56.endif.i

B120.i:                                           ; preds = %B120.preheader.i, %B210.i
  %lsr.iv1.i = phi ptr [ %scevgep.i59, %B120.preheader.i ], [ %scevgep2.i, %B210.i ]
  %lsr.iv.i = phi i64 [ %7, %B120.preheader.i ], [ %lsr.iv.next.i, %B210.i ]
  %found.3.1120.i = phi i64 [ %found.4.0.i, %B120.preheader.i ], [ %found.5.2.i, %B210.i ]
  %n.2.1119.i = phi i64 [ %n.3.0.i, %B120.preheader.i ], [ %n.4.2.i, %B210.i ]
  %s.2.1118.i = phi i64 [ %s.3.0.i, %B120.preheader.i ], [ %s.4.2.i, %B210.i ]
  %.216.i = load i64, ptr %lsr.iv1.i, align 8, !noalias !18
  %.218.i = getelementptr i64, ptr %arg.zone, i64 %.216.i
  %.219.i = load i64, ptr %.218.i, align 8, !noalias !18
  %.225.not.i = icmp eq i64 %.219.i, %rem.1.0
  br i1 %.225.not.i, label %B210.i, label %B162.else.if.i

B206.i:                                           ; preds = %28, %B162.else.if.i
  br label %B210.i

B210.i:                                           ; preds = %28, %B206.i, %B120.i
  %s.4.2.i = phi i64 [ %.256.1.i, %B206.i ], [ %.256.1.i, %28 ], [ %s.2.1118.i, %B120.i ]
  %n.4.2.i = phi i64 [ %math.i, %B206.i ], [ %math.i, %28 ], [ %n.2.1119.i, %B120.i ]
  %found.5.2.i = phi i64 [ %.219.i, %B206.i ], [ %found.3.1120.i, %28 ], [ %found.3.1120.i, %B120.i ]
  %lsr.iv.next.i = add i64 %lsr.iv.i, -1
  %scevgep2.i = getelementptr i8, ptr %lsr.iv1.i, i64 8
  %.164.i = icmp ugt i64 %lsr.iv.next.i, 1
  br i1 %.164.i, label %B120.i, label %B212.i

B212.i:                                           ; preds = %B56.endif.i, %B210.i
  %s.2.1.lcssa.i = phi i64 [ %s.3.0.i, %B56.endif.i ], [ %s.4.2.i, %B210.i ]
  %n.2.1.lcssa.i = phi i64 [ %n.3.0.i, %B56.endif.i ], [ %n.4.2.i, %B210.i ]
  %found.3.1.lcssa.i = phi i64 [ %found.4.0.i, %B56.endif.i ], [ %found.5.2.i, %B210.i ]
  %.401.i = getelementptr i64, ptr %arg.after, i64 %v.2.0.i58
  %.402.i = load i64, ptr %.401.i, align 8, !noalias !18
  %.405.i = icmp sgt i64 %.402.i, -1
  br i1 %.405.i, label %B56.endif.i, label %B738.endif

B56.endif.i:                                      ; preds = %B212.i, %B56.endif.i.preheader
  %s.3.0.i = phi i64 [ %s.2.1.lcssa.i, %B212.i ], [ %.1235.1, %B56.endif.i.preheader ]
  %n.3.0.i = phi i64 [ %n.2.1.lcssa.i, %B212.i ], [ 0, %B56.endif.i.preheader ]
  %found.4.0.i = phi i64 [ %found.3.1.lcssa.i, %B212.i ], [ -1, %B56.endif.i.preheader ]
  %v.2.0.i58 = phi i64 [ %.402.i, %B212.i ], [ %.43.i, %B56.endif.i.preheader ]
  %.76.i = getelementptr i64, ptr %arg.start, i64 %v.2.0.i58
  %.77.i = load i64, ptr %.76.i, align 8, !noalias !18
  %.81.i = getelementptr i8, ptr %.76.i, i64 8
  %.82.i = load i64, ptr %.81.i, align 8, !noalias !18
  %.119.i = sub i64 %.82.i, %.77.i
  %.164115.not.i = icmp slt i64 %.119.i, 1
  br i1 %.164115.not.i, label %B212.i, label %B120.preheader.i

B120.preheader.i:                                 ; preds = %B56.endif.i
  %7 = add nuw i64 %.119.i, 1
  %8 = shl i64 %.77.i, 3
  %scevgep.i59 = getelementptr i8, ptr %arg.near, i64 %8
  br label %B120.i

B162.else.if.i:                                   ; preds = %B120.i
  %9 = tail call { i64, i1 } @llvm.uadd.with.overflow.i64(i64 %n.2.1119.i, i64 1)
  %math.i = extractvalue { i64, i1 } %9, 0
  %ov.i = extractvalue { i64, i1 } %9, 1
  %.243.i = mul nsw i64 %s.2.1118.i, 48271
  %.265.i = srem i64 %.243.i, 2147483647
  %.267.i = icmp slt i64 %.265.i, 0
  %.276.i = add nsw i64 %.265.i, 2147483647
  %.256.1.i = select i1 %.267.i, i64 %.276.i, i64 %.265.i
  br i1 %ov.i, label %B206.i, label %B162.endif.else.if.i, !prof !21

B162.endif.else.if.i:                             ; preds = %B162.else.if.i
  %.233.neg.i = xor i64 %n.2.1119.i, -1
  %10 = or i64 %.256.1.i, %math.i
  %11 = icmp ult i64 %10, 4294967296
  br i1 %11, label %12, label %17

12:                                               ; preds = %B162.endif.else.if.i
  %13 = trunc nuw i64 %math.i to i32
  %14 = trunc nuw i64 %.256.1.i to i32
  %15 = urem i32 %14, %13
  %16 = zext i32 %15 to i64
  br label %28

17:                                               ; preds = %B162.endif.else.if.i
  %18 = or i64 %.256.1.i, %math.i
  %19 = and i64 %18, -4294967296
  %20 = icmp eq i64 %19, 0
  br i1 %20, label %21, label %26

21:                                               ; preds = %17
  %22 = trunc i64 %math.i to i32
  %23 = trunc i64 %.256.1.i to i32
  %24 = urem i32 %23, %22
  %25 = zext i32 %24 to i64
  br label %28

26:                                               ; preds = %17
  %27 = srem i64 %.256.1.i, %math.i
  br label %28

28:                                               ; preds = %26, %21, %12
  %29 = phi i64 [ %16, %12 ], [ %25, %21 ], [ %27, %26 ]
  %.314.i = xor i64 %29, %math.i
  %.315.i = icmp slt i64 %.314.i, 0
  %.316.i = icmp ne i64 %29, 0
  %.317.i = and i1 %.316.i, %.315.i
  %.324.neg.i = select i1 %.317.i, i64 %.233.neg.i, i64 0
  %.334.i = icmp eq i64 %29, %.324.neg.i
  br i1 %.334.i, label %B206.i, label %B210.i

B792:                                             ; preds = %B738.endif
  %.1393 = getelementptr i64, ptr %arg.locked, i64 %found.3.1.lcssa.i
  %.1394 = load i64, ptr %.1393, align 8
  %.1397 = icmp eq i64 %.1394, 1
  br i1 %.1397, label %B2789, label %B818

B818:                                             ; preds = %B792, %B662
  %.1489 = phi i1 [ true, %B792 ], [ false, %B662 ]
  %.2434 = phi i1 [ false, %B792 ], [ true, %B662 ]
  %y.4.3 = phi i64 [ %found.3.1.lcssa.i, %B792 ], [ -1, %B662 ]
  %.22.i60 = getelementptr i64, ptr %arg.head, i64 %rem.1.0
  %.23.i61 = load i64, ptr %.22.i60, align 8, !noalias !22
  %.27.i62 = icmp sgt i64 %.23.i61, -1
  br i1 %.27.i62, label %B32.i64.preheader, label %B818.endif

B32.i64.preheader:                                ; preds = %B818
  br label %B32.i64

B32.i64:                                          ; preds = %B32.i64, %B32.i64.preheader
  %m.2.0.i65 = phi i64 [ %.40.i69, %B32.i64 ], [ 0, %B32.i64.preheader ]
  %v.2.0.i66 = phi i64 [ %.48.i71, %B32.i64 ], [ %.23.i61, %B32.i64.preheader ]
  %.32.i67 = getelementptr i64, ptr %arg.local, i64 %v.2.0.i66
  store i64 %m.2.0.i65, ptr %.32.i67, align 8, !noalias !22
  %30 = shl i64 %m.2.0.i65, 3
  %scevgep.i68 = getelementptr i8, ptr %arg.member, i64 %30
  store i64 %v.2.0.i66, ptr %scevgep.i68, align 8, !noalias !22
  %.40.i69 = add i64 %m.2.0.i65, 1
  %.47.i70 = getelementptr i64, ptr %arg.after, i64 %v.2.0.i66
  %.48.i71 = load i64, ptr %.47.i70, align 8, !noalias !22
  %.51.i72 = icmp sgt i64 %.48.i71, -1
  br i1 %.51.i72, label %B32.i64, label %B818.endif

B910:                                             ; preds = %B818.endif.endif
  %.22.i74 = getelementptr i64, ptr %arg.head, i64 %y.4.3
  %.23.i75 = load i64, ptr %.22.i74, align 8, !noalias !25
  %.27.i76 = icmp sgt i64 %.23.i75, -1
  br i1 %.27.i76, label %B32.i78.preheader, label %B910.endif

B32.i78.preheader:                                ; preds = %B910
  br label %B32.i78

B32.i78:                                          ; preds = %B32.i78, %B32.i78.preheader
  %m.2.0.i79 = phi i64 [ %.40.i83, %B32.i78 ], [ %m.3.1.i63, %B32.i78.preheader ]
  %v.2.0.i80 = phi i64 [ %.48.i85, %B32.i78 ], [ %.23.i75, %B32.i78.preheader ]
  %.32.i81 = getelementptr i64, ptr %arg.local, i64 %v.2.0.i80
  store i64 %m.2.0.i79, ptr %.32.i81, align 8, !noalias !25
  %31 = shl i64 %m.2.0.i79, 3
  %scevgep.i82 = getelementptr i8, ptr %arg.member, i64 %31
  store i64 %v.2.0.i80, ptr %scevgep.i82, align 8, !noalias !25
  %.40.i83 = add i64 %m.2.0.i79, 1
  %.47.i84 = getelementptr i64, ptr %arg.after, i64 %v.2.0.i80
  %.48.i85 = load i64, ptr %.47.i84, align 8, !noalias !25
  %.51.i86 = icmp sgt i64 %.48.i85, -1
  br i1 %.51.i86, label %B32.i78, label %B910.endif

B996:                                             ; preds = %B910.endif.endif, %B818.endif.endif
  %m.4.3 = phi i64 [ %m.3.1.i77, %B910.endif.endif ], [ %m.3.1.i63, %B818.endif.endif ]
  %now.2.3 = phi double [ %.1556, %B910.endif.endif ], [ %.1471, %B818.endif.endif ]
  store i64 0, ptr %.1576, align 8
  %.1580 = call i32 @_ZN6zoning10boundaries7kernels16zone_sums_source11sum_membersB3v10B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a8int64_2a8int64_2a8int64_2a10float64_2a10float64_2a10float64_2a10float64_2a23Literal_5bint_5d_280_29(ptr %.1576, ptr %excinfo.9, i64 %m.4.3, ptr %arg.member, ptr %arg.local, ptr %arg.start, ptr %arg.near, ptr %arg.length, ptr %arg.hidden, ptr %arg.feature, ptr %arg.whole, i64 0)
  switch i32 %.1580, label %B996.if.if [
    i32 -2, label %B996.endif
    i32 0, label %B996.endif
  ], !prof !2

B1068:                                            ; preds = %B996.endif
  %.1613 = call i32 @_ZN6zoning10boundaries7kernels16zone_sums_source7badnessB3v21B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAE10float64_2a23Literal_5bint_5d_280_2910float64_2a(ptr %.1609, ptr %excinfo.10, ptr %arg.whole, i64 0, ptr %arg.rule)
  %.1623 = load double, ptr %.1609, align 8
  switch i32 %.1613, label %B1068.if.if [
    i32 -2, label %B1108
    i32 0, label %B1108
  ], !prof !2

B1108:                                            ; preds = %B996.endif, %B1068, %B1068
  %one.2.3 = phi double [ %.1623, %B1068 ], [ 1.000000e+300, %B996.endif ], [ %.1623, %B1068 ]
  %.1644 = icmp sgt i64 %m.4.3, 1
  br i1 %.1644, label %B1124, label %B1192.endif

B1124:                                            ; preds = %B1108
  store double 0.000000e+00, ptr %.1667, align 8
  %.1671 = call i32 @_ZN6zoning10boundaries7kernels14improve_source8best_cutB3v22B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a8int64_2ax8int64_2a8int64_2a10float64_2a10float64_2a10float64_2a10float64_2a10float64_2a8int64_2a8int64_2a8int64_2a8int64_2a8int64_2a8int64_2a10float64_2a8int64_2a10float64_2a(ptr %.1667, ptr %excinfo.11, i64 %m.4.3, ptr %arg.member, ptr %arg.local, i64 %arg.trees, ptr %arg.start, ptr %arg.near, ptr %arg.length, ptr %arg.hidden, ptr %arg.cost, ptr %arg.feature, ptr %arg.rule, ptr %arg.seed, ptr %arg.order, ptr %arg.parent, ptr %arg.depth, ptr %arg.front, ptr %arg.front_from, ptr %arg.sums, ptr %arg.side, ptr %arg.whole)
  %.1681 = load double, ptr %.1667, align 8
  %cond214 = icmp eq i32 %.1671, 0
  br i1 %cond214, label %B1224.preheader, label %B1124.if.if, !prof !28

B1224:                                            ; preds = %B1224.preheader.new, %B1224
  %.178010111013 = phi i64 [ 0, %B1224.preheader.new ], [ %.1787.3, %B1224 ]
  %sunkaddr415 = mul i64 %.178010111013, 8
  %sunkaddr416 = getelementptr i8, ptr %arg.member, i64 %sunkaddr415
  %.1814 = load i64, ptr %sunkaddr416, align 8
  %.1816 = getelementptr i64, ptr %arg.local, i64 %.1814
  store i64 -1, ptr %.1816, align 8
  %sunkaddr417 = mul i64 %.178010111013, 8
  %sunkaddr418 = getelementptr i8, ptr %arg.member, i64 %sunkaddr417
  %sunkaddr419 = getelementptr i8, ptr %sunkaddr418, i64 8
  %.1814.1 = load i64, ptr %sunkaddr419, align 8
  %.1816.1 = getelementptr i64, ptr %arg.local, i64 %.1814.1
  store i64 -1, ptr %.1816.1, align 8
  %sunkaddr420 = mul i64 %.178010111013, 8
  %sunkaddr421 = getelementptr i8, ptr %arg.member, i64 %sunkaddr420
  %sunkaddr422 = getelementptr i8, ptr %sunkaddr421, i64 16
  %.1814.2 = load i64, ptr %sunkaddr422, align 8
  %.1816.2 = getelementptr i64, ptr %arg.local, i64 %.1814.2
  store i64 -1, ptr %.1816.2, align 8
  %.1787.3 = add nuw i64 %.178010111013, 4
  %sunkaddr423 = mul i64 %.178010111013, 8
  %sunkaddr424 = getelementptr i8, ptr %arg.member, i64 %sunkaddr423
  %sunkaddr425 = getelementptr i8, ptr %sunkaddr424, i64 24
  %.1814.3 = load i64, ptr %sunkaddr425, align 8
  %.1816.3 = getelementptr i64, ptr %arg.local, i64 %.1814.3
  store i64 -1, ptr %.1816.3, align 8
  %niter282.ncmp.3 = icmp eq i64 %unroll_iter281, %.1787.3
  br i1 %niter282.ncmp.3, label %B1250.loopexit.unr-lcssa, label %B1224

B1250.loopexit.unr-lcssa:                         ; preds = %B1224
  %lcmp.mod279.not = icmp eq i64 %xtraiter277, 0
  br i1 %lcmp.mod279.not, label %B1250, label %B1224.epil.preheader

B1224.epil.preheader:                             ; preds = %B1224.preheader, %B1250.loopexit.unr-lcssa
  %.178010111013.epil.init = phi i64 [ 0, %B1224.preheader ], [ %.1787.3, %B1250.loopexit.unr-lcssa ]
  %32 = shl i64 %.178010111013.epil.init, 3
  %scevgep321 = getelementptr i8, ptr %arg.member, i64 %32
  br label %B1224.epil

B1224.epil:                                       ; preds = %B1224.epil, %B1224.epil.preheader
  %epil.iter278 = phi i64 [ %epil.iter278.next, %B1224.epil ], [ 0, %B1224.epil.preheader ]
  %33 = shl nuw nsw i64 %epil.iter278, 3
  %scevgep322 = getelementptr i8, ptr %scevgep321, i64 %33
  %.1814.epil = load i64, ptr %scevgep322, align 8
  %.1816.epil = getelementptr i64, ptr %arg.local, i64 %.1814.epil
  store i64 -1, ptr %.1816.epil, align 8
  %epil.iter278.next = add i64 %epil.iter278, 1
  %epil.iter278.cmp.not = icmp eq i64 %xtraiter277, %epil.iter278.next
  br i1 %epil.iter278.cmp.not, label %B1250, label %B1224.epil, !llvm.loop !29

B1250:                                            ; preds = %B1192.endif, %B1224.epil, %B1250.loopexit.unr-lcssa
  %best.2.32705 = phi double [ 1.000000e+300, %B1192.endif ], [ %best.2.32706, %B1250.loopexit.unr-lcssa ], [ %best.2.32706, %B1224.epil ]
  %.1825 = fcmp olt double %one.2.3, %best.2.32705
  %.1829 = fadd double %heat.2.1, %now.2.3
  %.1830 = fadd double %.1829, -1.000000e-09
  %.1832 = fcmp olt double %one.2.3, %.1830
  %or.cond2761 = select i1 %.1825, i1 %.1832, i1 false
  br i1 %or.cond2761, label %B1286.endif, label %B1770

B1318:                                            ; preds = %B1316.backedge, %B1318.preheader
  %.193010631066 = phi i64 [ %.1937, %B1316.backedge ], [ 0, %B1318.preheader ]
  %.1937 = add nuw nsw i64 %.193010631066, 1
  %34 = shl i64 %.193010631066, 3
  %scevgep344 = getelementptr i8, ptr %arg.member, i64 %34
  %.1965 = load i64, ptr %scevgep344, align 8
  %.21.i = getelementptr i64, ptr %arg.before, i64 %.1965
  %.22.i87 = load i64, ptr %.21.i, align 8, !noalias !30
  %.23.i88 = icmp sgt i64 %.22.i87, -1
  %.31.i89 = getelementptr i64, ptr %arg.after, i64 %.1965
  %.32.i90 = load i64, ptr %.31.i89, align 8, !noalias !30
  br i1 %.23.i88, label %B28.i, label %B64.i

B28.i:                                            ; preds = %B1318
  %.38.i = getelementptr i64, ptr %arg.after, i64 %.22.i87
  store i64 %.32.i90, ptr %.38.i, align 8, !noalias !30
  br label %B98.i

B64.i:                                            ; preds = %B1318
  %.47.i91 = getelementptr i64, ptr %arg.zone, i64 %.1965
  %.48.i92 = load i64, ptr %.47.i91, align 8, !noalias !30
  %.52.i = getelementptr i64, ptr %arg.head, i64 %.48.i92
  store i64 %.32.i90, ptr %.52.i, align 8, !noalias !30
  br label %B98.i

B98.i:                                            ; preds = %B64.i, %B28.i
  %.61.i = icmp sgt i64 %.32.i90, -1
  br i1 %.61.i, label %B122.i, label %B1318.endif

B122.i:                                           ; preds = %B98.i
  %sunkaddr.i93 = shl i64 %.1965, 3
  %sunkaddr1.i94 = getelementptr i8, ptr %arg.before, i64 %sunkaddr.i93
  %.66.i = load i64, ptr %sunkaddr1.i94, align 8, !noalias !30
  %.76.i95 = getelementptr i64, ptr %arg.before, i64 %.32.i90
  store i64 %.66.i, ptr %.76.i95, align 8, !noalias !30
  br label %B1318.endif

B1516:                                            ; preds = %B1456.lr.ph
  %sunkaddr426 = mul i64 %zones.4.11433, 8
  %sunkaddr427 = getelementptr i8, ptr %arg.head, i64 %sunkaddr426
  %sunkaddr428 = getelementptr i8, ptr %sunkaddr427, i64 -8
  %.2179 = load i64, ptr %sunkaddr428, align 8
  %.2180 = icmp sgt i64 %.2179, -1
  br i1 %.2180, label %B1540.preheader, label %B1690.lr.ph

B1540.preheader:                                  ; preds = %B1516
  br label %B1540

B1540:                                            ; preds = %B1540.endif.endif, %B1540.preheader
  %.2185 = phi i64 [ %.2248, %B1540.endif.endif ], [ %.2179, %B1540.preheader ]
  %.21.i96 = getelementptr i64, ptr %arg.before, i64 %.2185
  %.22.i97 = load i64, ptr %.21.i96, align 8, !noalias !33
  %.23.i98 = icmp sgt i64 %.22.i97, -1
  %.31.i99 = getelementptr i64, ptr %arg.after, i64 %.2185
  %.32.i100 = load i64, ptr %.31.i99, align 8, !noalias !33
  br i1 %.23.i98, label %B28.i112, label %B64.i101

B28.i112:                                         ; preds = %B1540
  %.38.i113 = getelementptr i64, ptr %arg.after, i64 %.22.i97
  store i64 %.32.i100, ptr %.38.i113, align 8, !noalias !33
  br label %B98.i105

B64.i101:                                         ; preds = %B1540
  %.47.i102 = getelementptr i64, ptr %arg.zone, i64 %.2185
  %.48.i103 = load i64, ptr %.47.i102, align 8, !noalias !33
  %.52.i104 = getelementptr i64, ptr %arg.head, i64 %.48.i103
  store i64 %.32.i100, ptr %.52.i104, align 8, !noalias !33
  br label %B98.i105

B98.i105:                                         ; preds = %B64.i101, %B28.i112
  %.61.i106 = icmp sgt i64 %.32.i100, -1
  br i1 %.61.i106, label %B122.i107, label %B1540.endif

B122.i107:                                        ; preds = %B98.i105
  %sunkaddr.i108 = shl i64 %.2185, 3
  %sunkaddr1.i109 = getelementptr i8, ptr %arg.before, i64 %sunkaddr.i108
  %.66.i110 = load i64, ptr %sunkaddr1.i109, align 8, !noalias !33
  %.76.i111 = getelementptr i64, ptr %arg.before, i64 %.32.i100
  store i64 %.66.i110, ptr %.76.i111, align 8, !noalias !33
  br label %B1540.endif

B1770:                                            ; preds = %B1250
  %.2417 = fcmp olt double %best.2.32705, %.1830
  br i1 %.2417, label %B1794, label %B2789

B1794:                                            ; preds = %B1770
  br i1 %.2434, label %B1806, label %B1830.endif

B1806:                                            ; preds = %B1794
  %.2442 = getelementptr i64, ptr %arg.locked, i64 %zones.4.11433
  store i64 0, ptr %.2442, align 8
  %.2445 = add nsw i64 %zones.4.11433, 1
  br label %B1830.endif

B1862:                                            ; preds = %B1862.preheader, %B1860.backedge
  %.253910181020 = phi i64 [ %.2546, %B1860.backedge ], [ 0, %B1862.preheader ]
  %35 = shl i64 %.253910181020, 3
  %scevgep323 = getelementptr i8, ptr %arg.member, i64 %35
  %.2574 = load i64, ptr %scevgep323, align 8
  %.21.i115 = getelementptr i64, ptr %arg.before, i64 %.2574
  %.22.i116 = load i64, ptr %.21.i115, align 8, !noalias !36
  %.23.i117 = icmp sgt i64 %.22.i116, -1
  %.31.i118 = getelementptr i64, ptr %arg.after, i64 %.2574
  %.32.i119 = load i64, ptr %.31.i118, align 8, !noalias !36
  br i1 %.23.i117, label %B28.i131, label %B64.i120

B28.i131:                                         ; preds = %B1862
  %.38.i132 = getelementptr i64, ptr %arg.after, i64 %.22.i116
  store i64 %.32.i119, ptr %.38.i132, align 8, !noalias !36
  br label %B98.i124

B64.i120:                                         ; preds = %B1862
  %.47.i121 = getelementptr i64, ptr %arg.zone, i64 %.2574
  %.48.i122 = load i64, ptr %.47.i121, align 8, !noalias !36
  %.52.i123 = getelementptr i64, ptr %arg.head, i64 %.48.i122
  store i64 %.32.i119, ptr %.52.i123, align 8, !noalias !36
  br label %B98.i124

B98.i124:                                         ; preds = %B64.i120, %B28.i131
  %.61.i125 = icmp sgt i64 %.32.i119, -1
  br i1 %.61.i125, label %B122.i126, label %B1860.backedge

B122.i126:                                        ; preds = %B98.i124
  %sunkaddr.i127 = shl i64 %.2574, 3
  %sunkaddr1.i128 = getelementptr i8, ptr %arg.before, i64 %sunkaddr.i127
  %.66.i129 = load i64, ptr %sunkaddr1.i128, align 8, !noalias !36
  %.76.i130 = getelementptr i64, ptr %arg.before, i64 %.32.i119
  store i64 %.66.i129, ptr %.76.i130, align 8, !noalias !36
  br label %B1860.backedge

B1860.backedge:                                   ; preds = %B122.i126, %B98.i124
  %.2546 = add nuw nsw i64 %.253910181020, 1
  %exitcond2687.not = icmp eq i64 %m.4.3, %.2546
  br i1 %exitcond2687.not, label %B1948.preheader, label %B1862

B1948.preheader:                                  ; preds = %B1860.backedge
  br label %B1948

B1948:                                            ; preds = %B2790, %B1948.preheader
  %.269610261029 = phi i64 [ %.2703, %B2790 ], [ 0, %B1948.preheader ]
  %.2703 = add nuw nsw i64 %.269610261029, 1
  %36 = shl i64 %.269610261029, 3
  %scevgep325 = getelementptr i8, ptr %arg.side, i64 %36
  %.2734 = load i64, ptr %scevgep325, align 8
  %.2735 = icmp eq i64 %.2734, 1
  %37 = shl i64 %.269610261029, 3
  %scevgep324 = getelementptr i8, ptr %arg.member, i64 %37
  %.2741 = load i64, ptr %scevgep324, align 8
  br i1 %.2735, label %B1974, label %B2028

B1974:                                            ; preds = %B1948
  %sunkaddr429 = mul i64 %.2741, 8
  %sunkaddr430 = getelementptr i8, ptr %arg.zone, i64 %sunkaddr429
  store i64 %rem.1.0, ptr %sunkaddr430, align 8, !noalias !39
  %sunkaddr431 = mul i64 %rem.1.0, 8
  %sunkaddr432 = getelementptr i8, ptr %arg.head, i64 %sunkaddr431
  %.25.i136 = load i64, ptr %sunkaddr432, align 8, !noalias !39
  %sunkaddr433 = mul i64 %.2741, 8
  %sunkaddr434 = getelementptr i8, ptr %arg.after, i64 %sunkaddr433
  store i64 %.25.i136, ptr %sunkaddr434, align 8, !noalias !39
  %sunkaddr435 = mul i64 %.2741, 8
  %sunkaddr436 = getelementptr i8, ptr %arg.before, i64 %sunkaddr435
  store i64 -1, ptr %sunkaddr436, align 8, !noalias !39
  %.36.i139 = load i64, ptr %sunkaddr432, align 8, !noalias !39
  %.37.i140 = icmp sgt i64 %.36.i139, -1
  br i1 %.37.i140, label %B70.i143, label %_ZN6zoning10boundaries7kernels14members_source3putB3v15B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a8int64_2a.exit145

B70.i143:                                         ; preds = %B1974
  %.45.i144 = getelementptr i64, ptr %arg.before, i64 %.36.i139
  store i64 %.2741, ptr %.45.i144, align 8, !noalias !39
  br label %_ZN6zoning10boundaries7kernels14members_source3putB3v15B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a8int64_2a.exit145

_ZN6zoning10boundaries7kernels14members_source3putB3v15B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a8int64_2a.exit145: ; preds = %B70.i143, %B1974
  %sunkaddr437 = mul i64 %rem.1.0, 8
  %sunkaddr438 = getelementptr i8, ptr %arg.head, i64 %sunkaddr437
  store i64 %.2741, ptr %sunkaddr438, align 8, !noalias !39
  br label %B2790

B2028:                                            ; preds = %B1948
  %sunkaddr439 = mul i64 %.2741, 8
  %sunkaddr440 = getelementptr i8, ptr %arg.zone, i64 %sunkaddr439
  store i64 %y.5.4, ptr %sunkaddr440, align 8, !noalias !42
  %sunkaddr441 = mul i64 %y.5.4, 8
  %sunkaddr442 = getelementptr i8, ptr %arg.head, i64 %sunkaddr441
  %.25.i148 = load i64, ptr %sunkaddr442, align 8, !noalias !42
  %sunkaddr443 = mul i64 %.2741, 8
  %sunkaddr444 = getelementptr i8, ptr %arg.after, i64 %sunkaddr443
  store i64 %.25.i148, ptr %sunkaddr444, align 8, !noalias !42
  %sunkaddr445 = mul i64 %.2741, 8
  %sunkaddr446 = getelementptr i8, ptr %arg.before, i64 %sunkaddr445
  store i64 -1, ptr %sunkaddr446, align 8, !noalias !42
  %.36.i151 = load i64, ptr %sunkaddr442, align 8, !noalias !42
  %.37.i152 = icmp sgt i64 %.36.i151, -1
  br i1 %.37.i152, label %B70.i155, label %_ZN6zoning10boundaries7kernels14members_source3putB3v15B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a8int64_2a.exit157

B70.i155:                                         ; preds = %B2028
  %.45.i156 = getelementptr i64, ptr %arg.before, i64 %.36.i151
  store i64 %.2741, ptr %.45.i156, align 8, !noalias !42
  br label %_ZN6zoning10boundaries7kernels14members_source3putB3v15B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a8int64_2a.exit157

_ZN6zoning10boundaries7kernels14members_source3putB3v15B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a8int64_2a.exit157: ; preds = %B70.i155, %B2028
  %sunkaddr447 = mul i64 %y.5.4, 8
  %sunkaddr448 = getelementptr i8, ptr %arg.head, i64 %sunkaddr447
  store i64 %.2741, ptr %sunkaddr448, align 8, !noalias !42
  br label %B2790

B2112.loopexit.loopexit.unr-lcssa:                ; preds = %B2262
  %lcmp.mod285.not = icmp eq i64 %xtraiter283, 0
  br i1 %lcmp.mod285.not, label %B2112.loopexit, label %B2262.epil.preheader

B2262.epil.preheader:                             ; preds = %B2262.preheader, %B2112.loopexit.loopexit.unr-lcssa
  %.309910341036.epil.init = phi i64 [ 0, %B2262.preheader ], [ %.3106.3, %B2112.loopexit.loopexit.unr-lcssa ]
  %38 = shl i64 %.309910341036.epil.init, 3
  %scevgep333 = getelementptr i8, ptr %arg.member, i64 %38
  br label %B2262.epil

B2262.epil:                                       ; preds = %B2262.epil, %B2262.epil.preheader
  %epil.iter284 = phi i64 [ %epil.iter284.next, %B2262.epil ], [ 0, %B2262.epil.preheader ]
  %39 = shl nuw nsw i64 %epil.iter284, 3
  %scevgep334 = getelementptr i8, ptr %scevgep333, i64 %39
  %.3133.epil = load i64, ptr %scevgep334, align 8
  %.3135.epil = getelementptr i64, ptr %arg.local, i64 %.3133.epil
  store i64 -1, ptr %.3135.epil, align 8
  %epil.iter284.next = add i64 %epil.iter284, 1
  %epil.iter284.cmp.not = icmp eq i64 %xtraiter283, %epil.iter284.next
  br i1 %epil.iter284.cmp.not, label %B2112.loopexit, label %B2262.epil, !llvm.loop !45

B2112.loopexit:                                   ; preds = %B2136.endif.endif.endif, %B2262.epil, %B2112.loopexit.loopexit.unr-lcssa
  %.22.i158 = getelementptr i64, ptr %arg.head, i64 %y.5.4
  %.23.i159 = load i64, ptr %.22.i158, align 8, !noalias !46
  %.27.i160 = icmp sgt i64 %.23.i159, -1
  br i1 %.27.i160, label %B32.i162.preheader, label %B2136.endif.1

B32.i162.preheader:                               ; preds = %B2112.loopexit
  br label %B32.i162

B32.i162:                                         ; preds = %B32.i162, %B32.i162.preheader
  %m.2.0.i163 = phi i64 [ %.40.i167, %B32.i162 ], [ 0, %B32.i162.preheader ]
  %v.2.0.i164 = phi i64 [ %.48.i169, %B32.i162 ], [ %.23.i159, %B32.i162.preheader ]
  %.32.i165 = getelementptr i64, ptr %arg.local, i64 %v.2.0.i164
  store i64 %m.2.0.i163, ptr %.32.i165, align 8, !noalias !46
  %40 = shl i64 %m.2.0.i163, 3
  %scevgep.i166 = getelementptr i8, ptr %arg.member, i64 %40
  store i64 %v.2.0.i164, ptr %scevgep.i166, align 8, !noalias !46
  %.40.i167 = add i64 %m.2.0.i163, 1
  %.47.i168 = getelementptr i64, ptr %arg.after, i64 %v.2.0.i164
  %.48.i169 = load i64, ptr %.47.i168, align 8, !noalias !46
  %.51.i170 = icmp sgt i64 %.48.i169, -1
  br i1 %.51.i170, label %B32.i162, label %B2136.endif.1

B2136.endif.1:                                    ; preds = %B32.i162, %B2112.loopexit
  %m.3.1.i161 = phi i64 [ 0, %B2112.loopexit ], [ %.40.i167, %B32.i162 ]
  %.2979.1 = mul nsw i64 %y.5.4, 11
  store i64 0, ptr %.2990, align 8
  %.2994.1 = call i32 @_ZN6zoning10boundaries7kernels16zone_sums_source11sum_membersB3v17B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a8int64_2a8int64_2a8int64_2a10float64_2a10float64_2a10float64_2a10float64_2ax(ptr %.2990, ptr %excinfo.20, i64 %m.3.1.i161, ptr %arg.member, ptr %arg.local, ptr %arg.start, ptr %arg.near, ptr %arg.length, ptr %arg.hidden, ptr %arg.feature, ptr %arg.zf, i64 %.2979.1)
  switch i32 %.2994.1, label %B2136.endif.if.if [
    i32 -2, label %B2136.endif.endif.endif.1
    i32 0, label %B2136.endif.endif.endif.1
  ], !prof !2

B2136.endif.endif.endif.1:                        ; preds = %B2136.endif.1, %B2136.endif.1
  %.30931035.not.1 = icmp slt i64 %m.3.1.i161, 1
  br i1 %.30931035.not.1, label %B2789, label %B2262.1.preheader

B2262.1.preheader:                                ; preds = %B2136.endif.endif.endif.1
  %xtraiter295 = and i64 %m.3.1.i161, 3
  %41 = icmp ult i64 %m.3.1.i161, 4
  br i1 %41, label %B2262.1.epil.preheader, label %B2262.1.preheader.new

B2262.1.preheader.new:                            ; preds = %B2262.1.preheader
  %unroll_iter299 = and i64 %m.3.1.i161, %const
  br label %B2262.1

B2262.1:                                          ; preds = %B2262.1, %B2262.1.preheader.new
  %.309910341036.1 = phi i64 [ 0, %B2262.1.preheader.new ], [ %.3106.1.3, %B2262.1 ]
  %sunkaddr449 = mul i64 %.309910341036.1, 8
  %sunkaddr450 = getelementptr i8, ptr %arg.member, i64 %sunkaddr449
  %.3133.1 = load i64, ptr %sunkaddr450, align 8
  %.3135.1 = getelementptr i64, ptr %arg.local, i64 %.3133.1
  store i64 -1, ptr %.3135.1, align 8
  %sunkaddr451 = mul i64 %.309910341036.1, 8
  %sunkaddr452 = getelementptr i8, ptr %arg.member, i64 %sunkaddr451
  %sunkaddr453 = getelementptr i8, ptr %sunkaddr452, i64 8
  %.3133.1.1 = load i64, ptr %sunkaddr453, align 8
  %.3135.1.1 = getelementptr i64, ptr %arg.local, i64 %.3133.1.1
  store i64 -1, ptr %.3135.1.1, align 8
  %sunkaddr454 = mul i64 %.309910341036.1, 8
  %sunkaddr455 = getelementptr i8, ptr %arg.member, i64 %sunkaddr454
  %sunkaddr456 = getelementptr i8, ptr %sunkaddr455, i64 16
  %.3133.1.2 = load i64, ptr %sunkaddr456, align 8
  %.3135.1.2 = getelementptr i64, ptr %arg.local, i64 %.3133.1.2
  store i64 -1, ptr %.3135.1.2, align 8
  %.3106.1.3 = add nuw nsw i64 %.309910341036.1, 4
  %sunkaddr457 = mul i64 %.309910341036.1, 8
  %sunkaddr458 = getelementptr i8, ptr %arg.member, i64 %sunkaddr457
  %sunkaddr459 = getelementptr i8, ptr %sunkaddr458, i64 24
  %.3133.1.3 = load i64, ptr %sunkaddr459, align 8
  %.3135.1.3 = getelementptr i64, ptr %arg.local, i64 %.3133.1.3
  store i64 -1, ptr %.3135.1.3, align 8
  %niter300.ncmp.3 = icmp eq i64 %unroll_iter299, %.3106.1.3
  br i1 %niter300.ncmp.3, label %B2789.loopexit.unr-lcssa, label %B2262.1

B2262:                                            ; preds = %B2262.preheader.new, %B2262
  %.309910341036 = phi i64 [ 0, %B2262.preheader.new ], [ %.3106.3, %B2262 ]
  %sunkaddr460 = mul i64 %.309910341036, 8
  %sunkaddr461 = getelementptr i8, ptr %arg.member, i64 %sunkaddr460
  %.3133 = load i64, ptr %sunkaddr461, align 8
  %.3135 = getelementptr i64, ptr %arg.local, i64 %.3133
  store i64 -1, ptr %.3135, align 8
  %sunkaddr462 = mul i64 %.309910341036, 8
  %sunkaddr463 = getelementptr i8, ptr %arg.member, i64 %sunkaddr462
  %sunkaddr464 = getelementptr i8, ptr %sunkaddr463, i64 8
  %.3133.1292 = load i64, ptr %sunkaddr464, align 8
  %.3135.1293 = getelementptr i64, ptr %arg.local, i64 %.3133.1292
  store i64 -1, ptr %.3135.1293, align 8
  %sunkaddr465 = mul i64 %.309910341036, 8
  %sunkaddr466 = getelementptr i8, ptr %arg.member, i64 %sunkaddr465
  %sunkaddr467 = getelementptr i8, ptr %sunkaddr466, i64 16
  %.3133.2 = load i64, ptr %sunkaddr467, align 8
  %.3135.2 = getelementptr i64, ptr %arg.local, i64 %.3133.2
  store i64 -1, ptr %.3135.2, align 8
  %.3106.3 = add nuw nsw i64 %.309910341036, 4
  %sunkaddr468 = mul i64 %.309910341036, 8
  %sunkaddr469 = getelementptr i8, ptr %arg.member, i64 %sunkaddr468
  %sunkaddr470 = getelementptr i8, ptr %sunkaddr469, i64 24
  %.3133.3 = load i64, ptr %sunkaddr470, align 8
  %.3135.3 = getelementptr i64, ptr %arg.local, i64 %.3133.3
  store i64 -1, ptr %.3135.3, align 8
  %niter288.ncmp.3 = icmp eq i64 %unroll_iter287, %.3106.3
  br i1 %niter288.ncmp.3, label %B2112.loopexit.loopexit.unr-lcssa, label %B2262

B2528:                                            ; preds = %99
  %.3538 = getelementptr i64, ptr %arg.locked, i64 %.3522
  %.3539 = load i64, ptr %.3538, align 8
  %.3540 = icmp eq i64 %.3539, 0
  br i1 %.3540, label %B2552, label %B2791

B2552:                                            ; preds = %B2528
  %.3550 = getelementptr i64, ptr %arg.locked, i64 %.3529
  %.3551 = load i64, ptr %.3550, align 8
  %.3552 = icmp eq i64 %.3551, 0
  br i1 %.3552, label %B2588, label %B2791

B2588:                                            ; preds = %B2552
  %.3555 = add nsw i64 %mark.2.11458, 2
  store i64 0, ptr %.3579, align 8
  %.3583 = call i32 @_ZN6zoning10boundaries7kernels14improve_source8try_flipB3v26B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExxd8int64_2a8int64_2a10float64_2a10float64_2a10float64_2a10float64_2a8int64_2a10float64_2a8int64_2a8int64_2a8int64_2a8int64_2ax8int64_2a10float64_2a(ptr %.3579, ptr %excinfo.21, i64 %rem.5.0, i64 %.3522, double %.3562, ptr %arg.start, ptr %arg.near, ptr %arg.length, ptr %arg.hidden, ptr %arg.feature, ptr %arg.rule, ptr %arg.zone, ptr %arg.zf, ptr %arg.head, ptr %arg.after, ptr %arg.before, ptr %arg.stamp, i64 %.3555, ptr %arg.queue, ptr %arg.whole)
  %cond = icmp eq i32 %.3583, 0
  br i1 %cond, label %B2791, label %B2588.if.if, !prof !28

B2716:                                            ; preds = %B2716.endif, %B2716.preheader
  %lsr.iv312 = phi i64 [ %.zones.3.0880.pre-phi, %B2716.preheader ], [ %lsr.iv.next313, %B2716.endif ]
  %lsr.iv = phi i64 [ 0, %B2716.preheader ], [ %lsr.iv.next, %B2716.endif ]
  %.3824 = phi double [ %.3853, %B2716.endif ], [ 0.000000e+00, %B2716.preheader ]
  %.3833 = call i32 @_ZN6zoning10boundaries7kernels16zone_sums_source7badnessB3v19B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAE10float64_2ax10float64_2a(ptr %.3829, ptr %excinfo.22, ptr %arg.zf, i64 %lsr.iv, ptr %arg.rule)
  switch i32 %.3833, label %B2716.if.if [
    i32 -2, label %B2716.endif
    i32 0, label %B2716.endif
  ], !prof !2

common.ret:                                       ; preds = %B2716.if.if, %B2588.if.if, %B2136.endif.if.if, %B1124.if.if, %B1068.if.if, %B996.if.if, %B910.endif.if.if, %B818.endif.if.if, %B242.endif.if.if, %B2788
  %common.ret.op = phi i32 [ 0, %B2788 ], [ %.3833, %B2716.if.if ], [ %.3583, %B2588.if.if ], [ %.678, %B242.endif.if.if ], [ %.2994.lcssa, %B2136.endif.if.if ], [ %.1613, %B1068.if.if ], [ %.1461, %B818.endif.if.if ], [ %.1671, %B1124.if.if ], [ %.1535, %B910.endif.if.if ], [ %.1580, %B996.if.if ]
  ret i32 %common.ret.op

B2788:                                            ; preds = %B2716.endif, %B2674.endif
  store i64 %zones.3.0.lcssa, ptr %retptr, align 8
  br label %common.ret

B2789.loopexit.unr-lcssa:                         ; preds = %B2262.1
  %lcmp.mod297.not = icmp eq i64 %xtraiter295, 0
  br i1 %lcmp.mod297.not, label %B2789, label %B2262.1.epil.preheader

B2262.1.epil.preheader:                           ; preds = %B2789.loopexit.unr-lcssa, %B2262.1.preheader
  %.309910341036.1.epil.init = phi i64 [ 0, %B2262.1.preheader ], [ %.3106.1.3, %B2789.loopexit.unr-lcssa ]
  %42 = shl i64 %.309910341036.1.epil.init, 3
  %scevgep342 = getelementptr i8, ptr %arg.member, i64 %42
  br label %B2262.1.epil

B2262.1.epil:                                     ; preds = %B2262.1.epil, %B2262.1.epil.preheader
  %epil.iter296 = phi i64 [ %epil.iter296.next, %B2262.1.epil ], [ 0, %B2262.1.epil.preheader ]
  %43 = shl nuw nsw i64 %epil.iter296, 3
  %scevgep343 = getelementptr i8, ptr %scevgep342, i64 %43
  %.3133.1.epil = load i64, ptr %scevgep343, align 8
  %.3135.1.epil = getelementptr i64, ptr %arg.local, i64 %.3133.1.epil
  store i64 -1, ptr %.3135.1.epil, align 8
  %epil.iter296.next = add i64 %epil.iter296, 1
  %epil.iter296.cmp.not = icmp eq i64 %xtraiter295, %epil.iter296.next
  br i1 %epil.iter296.cmp.not, label %B2789, label %B2262.1.epil, !llvm.loop !49

B2789:                                            ; preds = %B1690.lr.ph, %B1456.lr.ph, %B738.endif, %B544.endif.endif, %B2262.1.epil, %B2789.loopexit.unr-lcssa, %B2136.endif.endif.endif.1, %B1770, %B792, %B738
  %zones.5.2 = phi i64 [ %zones.4.11433, %B544.endif.endif ], [ %zones.4.11433, %B792 ], [ %y.4.3, %B1456.lr.ph ], [ %zones.4.11433, %B738.endif ], [ %.2166, %B1690.lr.ph ], [ %zones.4.11433, %B1770 ], [ %zones.7.4, %B2136.endif.endif.endif.1 ], [ %zones.4.11433, %B738 ], [ %zones.7.4, %B2789.loopexit.unr-lcssa ], [ %zones.7.4, %B2262.1.epil ]
  %exitcond2694.not = icmp eq i64 %zones.3.01867, %.1083
  br i1 %exitcond2694.not, label %B2294.endif, label %B544.else.if

B2790:                                            ; preds = %_ZN6zoning10boundaries7kernels14members_source3putB3v15B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a8int64_2a.exit157, %_ZN6zoning10boundaries7kernels14members_source3putB3v15B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a8int64_2a.exit145
  %exitcond2688.not = icmp eq i64 %m.4.3, %.2703
  br i1 %exitcond2688.not, label %B2114.lr.ph, label %B1948

B2791:                                            ; preds = %99, %B2332.endif.endif.else.if, %B2588, %B2552, %B2528
  %mark.4.2 = phi i64 [ %mark.2.11458, %B2332.endif.endif.else.if ], [ %mark.2.11458, %99 ], [ %mark.2.11458, %B2552 ], [ %mark.2.11458, %B2528 ], [ %.3555, %B2588 ]
  %lsr.iv.next346 = add i64 %lsr.iv345, -1
  %exitcond2695.not = icmp eq i64 %lsr.iv.next346, 0
  br i1 %exitcond2695.not, label %B450.loopexit, label %B2332.else.if

B60.endif:                                        ; preds = %B0.endif
  %.315971 = icmp sgt i64 %arg.n, -1
  br i1 %.315971, label %B112.endif, label %B210.endif

B112.endif.loopexit.unr-lcssa:                    ; preds = %B36
  %lcmp.mod.not = icmp eq i64 %xtraiter, 0
  br i1 %lcmp.mod.not, label %B112.endif, label %B36.epil.preheader

B36.epil.preheader:                               ; preds = %B112.endif.loopexit.unr-lcssa, %B36.preheader
  %.191965967.epil.init = phi i64 [ 0, %B36.preheader ], [ %.198.3, %B112.endif.loopexit.unr-lcssa ]
  %44 = shl i64 %.191965967.epil.init, 3
  %scevgep362 = getelementptr i8, ptr %arg.stamp, i64 %44
  %scevgep364 = getelementptr i8, ptr %arg.local, i64 %44
  br label %B36.epil

B36.epil:                                         ; preds = %B36.epil, %B36.epil.preheader
  %epil.iter = phi i64 [ %epil.iter.next, %B36.epil ], [ 0, %B36.epil.preheader ]
  %45 = shl nuw nsw i64 %epil.iter, 3
  %scevgep365 = getelementptr i8, ptr %scevgep364, i64 %45
  store i64 -1, ptr %scevgep365, align 8
  %46 = shl nuw nsw i64 %epil.iter, 3
  %scevgep363 = getelementptr i8, ptr %scevgep362, i64 %46
  store i64 0, ptr %scevgep363, align 8
  %epil.iter.next = add i64 %epil.iter, 1
  %epil.iter.cmp.not = icmp eq i64 %xtraiter, %epil.iter.next
  br i1 %epil.iter.cmp.not, label %B112.endif, label %B36.epil, !llvm.loop !50

B112.endif:                                       ; preds = %B36.epil, %B112.endif.loopexit.unr-lcssa, %B60.endif
  %47 = icmp slt i64 %arg.n, 1
  %storemerge862 = add nuw i64 %arg.n, 1
  %48 = add nuw i64 %arg.n, 2
  %smin = tail call i64 @llvm.smin.i64(i64 %storemerge862, i64 1)
  %49 = sub i64 %48, %smin
  %50 = shl nuw i64 %49, 3
  tail call void @llvm.memset.p0.i64(ptr align 8 %arg.head, i8 -1, i64 %50, i1 false)
  br i1 %47, label %B210.endif, label %B154.preheader

B154.preheader:                                   ; preds = %B112.endif
  %51 = add i64 %arg.n, -1
  br label %B154

B210.endif:                                       ; preds = %B112.endif, %B60.endif, %B152.backedge
  %.arg.zones = tail call i64 @llvm.smax.i64(i64 %arg.zones, i64 0)
  %.5971001.not = icmp slt i64 %arg.zones, 1
  br i1 %.5971001.not, label %B398.endif, label %B242.preheader

B242.preheader:                                   ; preds = %B210.endif
  br label %B242

B242.endif:                                       ; preds = %B32.i, %B242
  %m.3.1.i = phi i64 [ 0, %B242 ], [ %.40.i, %B32.i ]
  %.665 = mul nuw nsw i64 %.6039911004, 11
  store i64 0, ptr %.674, align 8
  %.678 = call i32 @_ZN6zoning10boundaries7kernels16zone_sums_source11sum_membersB3v17B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a8int64_2a8int64_2a8int64_2a10float64_2a10float64_2a10float64_2a10float64_2ax(ptr %.674, ptr %excinfo.3, i64 %m.3.1.i, ptr %arg.member, ptr %arg.local, ptr %arg.start, ptr %arg.near, ptr %arg.length, ptr %arg.hidden, ptr %arg.feature, ptr %arg.zf, i64 %.665)
  switch i32 %.678, label %B242.endif.if.if [
    i32 -2, label %B242.endif.endif.endif
    i32 0, label %B242.endif.endif.endif
  ], !prof !2

B242.endif.if.if:                                 ; preds = %B242.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B242.endif.endif.endif:                           ; preds = %B242.endif, %B242.endif
  %.777984.not = icmp slt i64 %m.3.1.i, 1
  br i1 %.777984.not, label %B240.loopexit, label %B370.preheader

B370.preheader:                                   ; preds = %B242.endif.endif.endif
  %xtraiter271 = and i64 %m.3.1.i, 3
  %52 = icmp ult i64 %m.3.1.i, 4
  br i1 %52, label %B370.epil.preheader, label %B370.preheader.new

B370.preheader.new:                               ; preds = %B370.preheader
  %unroll_iter275 = and i64 %m.3.1.i, %const
  br label %B370

B398.endif:                                       ; preds = %B210.endif, %B240.loopexit
  %.9241846.not = icmp slt i64 %arg.sweeps, 1
  br i1 %.9241846.not, label %B2674.endif, label %B452.lr.ph

B452.lr.ph:                                       ; preds = %B398.endif
  %.966 = uitofp i64 %arg.sweeps to double
  %.967 = fmul double %.966, 0x3FE6666666666666
  %.3179 = mul i64 %arg.flips, %arg.n
  br label %B452

B544.else.if:                                     ; preds = %B2789, %B544.else.if.preheader
  %zones.4.11433 = phi i64 [ %zones.5.2, %B2789 ], [ %zones.3.01867, %B544.else.if.preheader ]
  %.107611011431 = phi i64 [ %.1083, %B2789 ], [ 0, %B544.else.if.preheader ]
  %.1083 = add nuw nsw i64 %.107611011431, 1
  %.1110 = load i64, ptr %arg.seed, align 8
  %.1111 = mul nsw i64 %.1110, 48271
  %.1131 = srem i64 %.1111, 2147483647
  %.1133 = icmp slt i64 %.1131, 0
  %.1142 = add nsw i64 %.1131, 2147483647
  %.1122.1 = select i1 %.1133, i64 %.1142, i64 %.1131
  store i64 %.1122.1, ptr %arg.seed, align 8
  %.1163 = icmp eq i64 %zones.4.11433, 0
  br i1 %.1163, label %B544.endif.endif, label %B544.endif.else.if, !prof !21

B544.endif.endif:                                 ; preds = %63, %B544.else.if
  %rem.1.0 = phi i64 [ 0, %B544.else.if ], [ %spec.select860, %63 ]
  %.1206 = getelementptr i64, ptr %arg.locked, i64 %rem.1.0
  %.1207 = load i64, ptr %.1206, align 8
  %.1208 = icmp eq i64 %.1207, 1
  br i1 %.1208, label %B2789, label %B620.else.if

B544.endif.else.if:                               ; preds = %B544.else.if
  %53 = or i64 %.1122.1, %zones.4.11433
  %54 = and i64 %53, -4294967296
  %55 = icmp eq i64 %54, 0
  br i1 %55, label %56, label %61

56:                                               ; preds = %B544.endif.else.if
  %57 = trunc i64 %zones.4.11433 to i32
  %58 = trunc i64 %.1122.1 to i32
  %59 = urem i32 %58, %57
  %60 = zext i32 %59 to i64
  br label %63

61:                                               ; preds = %B544.endif.else.if
  %62 = srem i64 %.1122.1, %zones.4.11433
  br label %63

63:                                               ; preds = %61, %56
  %64 = phi i64 [ %60, %56 ], [ %62, %61 ]
  %.1181 = xor i64 %64, %zones.4.11433
  %.1182 = icmp slt i64 %.1181, 0
  %.1183 = icmp ne i64 %64, 0
  %.1184 = and i1 %.1183, %.1182
  %.1191 = select i1 %.1184, i64 %zones.4.11433, i64 0
  %spec.select860 = add i64 %.1191, %64
  br label %B544.endif.endif

B620.else.if:                                     ; preds = %B544.endif.endif
  %65 = icmp eq i64 %arg.fixed, 0
  %.1222 = mul nsw i64 %.1122.1, 48271
  %.1244 = srem i64 %.1222, 2147483647
  %.1246 = icmp slt i64 %.1244, 0
  %.1255 = add nsw i64 %.1244, 2147483647
  %.1235.1 = select i1 %.1246, i64 %.1255, i64 %.1244
  store i64 %.1235.1, ptr %arg.seed, align 8
  br i1 %65, label %B662, label %B738

B738.endif:                                       ; preds = %B212.i
  store i64 %s.2.1.lcssa.i, ptr %arg.seed, align 8, !noalias !18
  %.1381 = icmp slt i64 %found.3.1.lcssa.i, 0
  br i1 %.1381, label %B2789, label %B792

B818.endif:                                       ; preds = %B32.i64, %B818
  %m.3.1.i63 = phi i64 [ 0, %B818 ], [ %.40.i69, %B32.i64 ]
  %.1454 = mul nsw i64 %rem.1.0, 11
  %.1461 = call i32 @_ZN6zoning10boundaries7kernels16zone_sums_source7badnessB3v19B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAE10float64_2ax10float64_2a(ptr %.1457, ptr %excinfo.6, ptr %arg.zf, i64 %.1454, ptr %arg.rule)
  %.1471 = load double, ptr %.1457, align 8
  switch i32 %.1461, label %B818.endif.if.if [
    i32 -2, label %B818.endif.endif
    i32 0, label %B818.endif.endif
  ], !prof !2

B818.endif.endif:                                 ; preds = %B818.endif, %B818.endif
  br i1 %.1489, label %B910, label %B996

B818.endif.if.if:                                 ; preds = %B818.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B910.endif:                                       ; preds = %B32.i78, %B910
  %m.3.1.i77 = phi i64 [ %m.3.1.i63, %B910 ], [ %.40.i83, %B32.i78 ]
  %.1528 = mul nsw i64 %y.4.3, 11
  %.1535 = call i32 @_ZN6zoning10boundaries7kernels16zone_sums_source7badnessB3v19B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAE10float64_2ax10float64_2a(ptr %.1531, ptr %excinfo.8, ptr %arg.zf, i64 %.1528, ptr %arg.rule)
  switch i32 %.1535, label %B910.endif.if.if [
    i32 -2, label %B910.endif.endif
    i32 0, label %B910.endif.endif
  ], !prof !2

B910.endif.endif:                                 ; preds = %B910.endif, %B910.endif
  %.1545 = load double, ptr %.1531, align 8
  %.1556 = fadd double %.1471, %.1545
  br label %B996

B910.endif.if.if:                                 ; preds = %B910.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B996.endif:                                       ; preds = %B996, %B996
  %66 = icmp eq i64 %arg.fixed, 0
  %brmerge.not = and i1 %66, %.1489
  br i1 %brmerge.not, label %B1068, label %B1108

B996.if.if:                                       ; preds = %B996
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B1068.if.if:                                      ; preds = %B1068
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B1124.if.if:                                      ; preds = %B1124
  %.1679 = icmp sgt i32 %.1671, 0
  %.1672 = load ptr, ptr %excinfo.11, align 8
  %.1680 = select i1 %.1679, ptr %.1672, ptr undef
  store ptr %.1680, ptr %excinfo, align 8
  br label %common.ret

B1192.endif:                                      ; preds = %B1108
  %.1732 = icmp eq i64 %m.4.3, 1
  br i1 %.1732, label %B1224.preheader, label %B1250

B1224.preheader:                                  ; preds = %B1192.endif, %B1124
  %best.2.32706 = phi double [ 1.000000e+300, %B1192.endif ], [ %.1681, %B1124 ]
  %67 = add i64 %m.4.3, -1
  %xtraiter277 = and i64 %m.4.3, 3
  %68 = icmp ult i64 %67, 3
  br i1 %68, label %B1224.epil.preheader, label %B1224.preheader.new

B1224.preheader.new:                              ; preds = %B1224.preheader
  %unroll_iter281 = and i64 %m.4.3, -4
  br label %B1224

B1286.endif:                                      ; preds = %B1250
  %.19241065.not = icmp slt i64 %m.4.3, 1
  br i1 %.19241065.not, label %B1456.lr.ph, label %B1318.preheader

B1318.preheader:                                  ; preds = %B1286.endif
  br label %B1318

B1318.endif:                                      ; preds = %B122.i, %B98.i
  %sunkaddr471 = mul i64 %.193010631066, 8
  %sunkaddr472 = getelementptr i8, ptr %arg.member, i64 %sunkaddr471
  %.1997 = load i64, ptr %sunkaddr472, align 8
  %.20.i172 = getelementptr i64, ptr %arg.zone, i64 %.1997
  store i64 %rem.1.0, ptr %.20.i172, align 8, !noalias !51
  %sunkaddr473 = mul i64 %rem.1.0, 8
  %sunkaddr474 = getelementptr i8, ptr %arg.head, i64 %sunkaddr473
  %.25.i174 = load i64, ptr %sunkaddr474, align 8, !noalias !51
  %.27.i175 = getelementptr i64, ptr %arg.after, i64 %.1997
  store i64 %.25.i174, ptr %.27.i175, align 8, !noalias !51
  %.31.i176 = getelementptr i64, ptr %arg.before, i64 %.1997
  store i64 -1, ptr %.31.i176, align 8, !noalias !51
  %.36.i177 = load i64, ptr %sunkaddr474, align 8, !noalias !51
  %.37.i178 = icmp sgt i64 %.36.i177, -1
  br i1 %.37.i178, label %B70.i181, label %B1316.backedge

B70.i181:                                         ; preds = %B1318.endif
  %.45.i182 = getelementptr i64, ptr %arg.before, i64 %.36.i177
  store i64 %.1997, ptr %.45.i182, align 8, !noalias !51
  br label %B1316.backedge

B1316.backedge:                                   ; preds = %B70.i181, %B1318.endif
  %sunkaddr475 = mul i64 %rem.1.0, 8
  %sunkaddr476 = getelementptr i8, ptr %arg.head, i64 %sunkaddr475
  store i64 %.1997, ptr %sunkaddr476, align 8, !noalias !51
  %exitcond2691.not = icmp eq i64 %m.4.3, %.1937
  br i1 %exitcond2691.not, label %B1456.lr.ph, label %B1318

B1456.lr.ph:                                      ; preds = %B1316.backedge, %B1286.endif
  %69 = getelementptr double, ptr %arg.zf, i64 %.1454
  %.2151 = load double, ptr %arg.whole, align 8
  store double %.2151, ptr %69, align 8
  %sunkaddr477 = getelementptr i8, ptr %arg.whole, i64 8
  %.2151.1 = load double, ptr %sunkaddr477, align 8
  %.2156.1 = getelementptr i8, ptr %69, i64 8
  store double %.2151.1, ptr %.2156.1, align 8
  %sunkaddr478 = getelementptr i8, ptr %arg.whole, i64 16
  %.2151.2 = load double, ptr %sunkaddr478, align 8
  %.2156.2 = getelementptr i8, ptr %69, i64 16
  store double %.2151.2, ptr %.2156.2, align 8
  %sunkaddr479 = getelementptr i8, ptr %arg.whole, i64 24
  %.2151.3 = load double, ptr %sunkaddr479, align 8
  %.2156.3 = getelementptr i8, ptr %69, i64 24
  store double %.2151.3, ptr %.2156.3, align 8
  %sunkaddr480 = getelementptr i8, ptr %arg.whole, i64 32
  %.2151.4 = load double, ptr %sunkaddr480, align 8
  %.2156.4 = getelementptr i8, ptr %69, i64 32
  store double %.2151.4, ptr %.2156.4, align 8
  %sunkaddr481 = getelementptr i8, ptr %arg.whole, i64 40
  %.2151.5 = load double, ptr %sunkaddr481, align 8
  %.2156.5 = getelementptr i8, ptr %69, i64 40
  store double %.2151.5, ptr %.2156.5, align 8
  %sunkaddr482 = getelementptr i8, ptr %arg.whole, i64 48
  %.2151.6 = load double, ptr %sunkaddr482, align 8
  %.2156.6 = getelementptr i8, ptr %69, i64 48
  store double %.2151.6, ptr %.2156.6, align 8
  %sunkaddr483 = getelementptr i8, ptr %arg.whole, i64 56
  %.2151.7 = load double, ptr %sunkaddr483, align 8
  %.2156.7 = getelementptr i8, ptr %69, i64 56
  store double %.2151.7, ptr %.2156.7, align 8
  %sunkaddr484 = getelementptr i8, ptr %arg.whole, i64 64
  %.2151.8 = load double, ptr %sunkaddr484, align 8
  %.2156.8 = getelementptr i8, ptr %69, i64 64
  store double %.2151.8, ptr %.2156.8, align 8
  %sunkaddr485 = getelementptr i8, ptr %arg.whole, i64 72
  %.2151.9 = load double, ptr %sunkaddr485, align 8
  %.2156.9 = getelementptr i8, ptr %69, i64 72
  store double %.2151.9, ptr %.2156.9, align 8
  %sunkaddr486 = getelementptr i8, ptr %arg.whole, i64 80
  %.2151.10 = load double, ptr %sunkaddr486, align 8
  %.2156.10 = getelementptr i8, ptr %69, i64 80
  store double %.2151.10, ptr %.2156.10, align 8
  %.2166 = add nsw i64 %zones.4.11433, -1
  %.2174.not = icmp eq i64 %y.4.3, %.2166
  br i1 %.2174.not, label %B2789, label %B1516

B1540.endif:                                      ; preds = %B122.i107, %B98.i105
  %.20.i184 = getelementptr i64, ptr %arg.zone, i64 %.2185
  store i64 %y.4.3, ptr %.20.i184, align 8, !noalias !54
  %sunkaddr487 = mul i64 %y.4.3, 8
  %sunkaddr488 = getelementptr i8, ptr %arg.head, i64 %sunkaddr487
  %.25.i186 = load i64, ptr %sunkaddr488, align 8, !noalias !54
  %sunkaddr489 = mul i64 %.2185, 8
  %sunkaddr490 = getelementptr i8, ptr %arg.after, i64 %sunkaddr489
  store i64 %.25.i186, ptr %sunkaddr490, align 8, !noalias !54
  %sunkaddr491 = mul i64 %.2185, 8
  %sunkaddr492 = getelementptr i8, ptr %arg.before, i64 %sunkaddr491
  store i64 -1, ptr %sunkaddr492, align 8, !noalias !54
  %.36.i189 = load i64, ptr %sunkaddr488, align 8, !noalias !54
  %.37.i190 = icmp sgt i64 %.36.i189, -1
  br i1 %.37.i190, label %B70.i193, label %B1540.endif.endif

B70.i193:                                         ; preds = %B1540.endif
  %.45.i194 = getelementptr i64, ptr %arg.before, i64 %.36.i189
  store i64 %.2185, ptr %.45.i194, align 8, !noalias !54
  br label %B1540.endif.endif

B1540.endif.endif:                                ; preds = %B70.i193, %B1540.endif
  %sunkaddr493 = mul i64 %y.4.3, 8
  %sunkaddr494 = getelementptr i8, ptr %arg.head, i64 %sunkaddr493
  store i64 %.2185, ptr %sunkaddr494, align 8, !noalias !54
  %sunkaddr495 = mul i64 %zones.4.11433, 8
  %sunkaddr496 = getelementptr i8, ptr %arg.head, i64 %sunkaddr495
  %sunkaddr497 = getelementptr i8, ptr %sunkaddr496, i64 -8
  %.2248 = load i64, ptr %sunkaddr497, align 8
  %.2249 = icmp sgt i64 %.2248, -1
  br i1 %.2249, label %B1540, label %B1690.lr.ph

B1690.lr.ph:                                      ; preds = %B1540.endif.endif, %B1516
  %.idx = mul i64 %.2166, 88
  %70 = getelementptr i8, ptr %arg.zf, i64 %.idx
  %.idx874 = mul i64 %y.4.3, 88
  %71 = getelementptr i8, ptr %arg.zf, i64 %.idx874
  %.2373 = load double, ptr %70, align 8
  store double %.2373, ptr %71, align 8
  %.2372.1 = getelementptr i8, ptr %70, i64 8
  %.2373.1 = load double, ptr %.2372.1, align 8
  %.2378.1 = getelementptr i8, ptr %71, i64 8
  store double %.2373.1, ptr %.2378.1, align 8
  %.2372.2 = getelementptr i8, ptr %70, i64 16
  %.2373.2 = load double, ptr %.2372.2, align 8
  %.2378.2 = getelementptr i8, ptr %71, i64 16
  store double %.2373.2, ptr %.2378.2, align 8
  %.2372.3 = getelementptr i8, ptr %70, i64 24
  %.2373.3 = load double, ptr %.2372.3, align 8
  %.2378.3 = getelementptr i8, ptr %71, i64 24
  store double %.2373.3, ptr %.2378.3, align 8
  %.2372.4 = getelementptr i8, ptr %70, i64 32
  %.2373.4 = load double, ptr %.2372.4, align 8
  %.2378.4 = getelementptr i8, ptr %71, i64 32
  store double %.2373.4, ptr %.2378.4, align 8
  %.2372.5 = getelementptr i8, ptr %70, i64 40
  %.2373.5 = load double, ptr %.2372.5, align 8
  %.2378.5 = getelementptr i8, ptr %71, i64 40
  store double %.2373.5, ptr %.2378.5, align 8
  %.2372.6 = getelementptr i8, ptr %70, i64 48
  %.2373.6 = load double, ptr %.2372.6, align 8
  %.2378.6 = getelementptr i8, ptr %71, i64 48
  store double %.2373.6, ptr %.2378.6, align 8
  %.2372.7 = getelementptr i8, ptr %70, i64 56
  %.2373.7 = load double, ptr %.2372.7, align 8
  %.2378.7 = getelementptr i8, ptr %71, i64 56
  store double %.2373.7, ptr %.2378.7, align 8
  %.2372.8 = getelementptr i8, ptr %70, i64 64
  %.2373.8 = load double, ptr %.2372.8, align 8
  %.2378.8 = getelementptr i8, ptr %71, i64 64
  store double %.2373.8, ptr %.2378.8, align 8
  %.2372.9 = getelementptr i8, ptr %70, i64 72
  %.2373.9 = load double, ptr %.2372.9, align 8
  %.2378.9 = getelementptr i8, ptr %71, i64 72
  store double %.2373.9, ptr %.2378.9, align 8
  %.2372.10 = getelementptr i8, ptr %70, i64 80
  %.2373.10 = load double, ptr %.2372.10, align 8
  %.2378.10 = getelementptr i8, ptr %71, i64 80
  store double %.2373.10, ptr %.2378.10, align 8
  %sunkaddr498 = mul i64 %zones.4.11433, 8
  %sunkaddr499 = getelementptr i8, ptr %arg.locked, i64 %sunkaddr498
  %sunkaddr500 = getelementptr i8, ptr %sunkaddr499, i64 -8
  %.2388 = load i64, ptr %sunkaddr500, align 8
  %.2391 = getelementptr i64, ptr %arg.locked, i64 %y.4.3
  store i64 %.2388, ptr %.2391, align 8
  br label %B2789

B1830.endif:                                      ; preds = %B1806, %B1794
  %zones.7.4 = phi i64 [ %.2445, %B1806 ], [ %zones.4.11433, %B1794 ]
  %y.5.4 = phi i64 [ %zones.4.11433, %B1806 ], [ %y.4.3, %B1794 ]
  %.25331019.not = icmp slt i64 %m.4.3, 1
  br i1 %.25331019.not, label %B2114.lr.ph, label %B1862.preheader

B1862.preheader:                                  ; preds = %B1830.endif
  br label %B1862

B2114.lr.ph:                                      ; preds = %B1830.endif, %B2790
  %sunkaddr501 = mul i64 %rem.1.0, 8
  %sunkaddr502 = getelementptr i8, ptr %arg.head, i64 %sunkaddr501
  %.23.i197 = load i64, ptr %sunkaddr502, align 8, !noalias !57
  %.27.i198 = icmp sgt i64 %.23.i197, -1
  br i1 %.27.i198, label %B32.i200.preheader, label %B2136.endif

B32.i200.preheader:                               ; preds = %B2114.lr.ph
  br label %B32.i200

B32.i200:                                         ; preds = %B32.i200, %B32.i200.preheader
  %m.2.0.i201 = phi i64 [ %.40.i205, %B32.i200 ], [ 0, %B32.i200.preheader ]
  %v.2.0.i202 = phi i64 [ %.48.i207, %B32.i200 ], [ %.23.i197, %B32.i200.preheader ]
  %.32.i203 = getelementptr i64, ptr %arg.local, i64 %v.2.0.i202
  store i64 %m.2.0.i201, ptr %.32.i203, align 8, !noalias !57
  %72 = shl i64 %m.2.0.i201, 3
  %scevgep.i204 = getelementptr i8, ptr %arg.member, i64 %72
  store i64 %v.2.0.i202, ptr %scevgep.i204, align 8, !noalias !57
  %.40.i205 = add i64 %m.2.0.i201, 1
  %.47.i206 = getelementptr i64, ptr %arg.after, i64 %v.2.0.i202
  %.48.i207 = load i64, ptr %.47.i206, align 8, !noalias !57
  %.51.i208 = icmp sgt i64 %.48.i207, -1
  br i1 %.51.i208, label %B32.i200, label %B2136.endif

B2136.endif:                                      ; preds = %B32.i200, %B2114.lr.ph
  %m.3.1.i199 = phi i64 [ 0, %B2114.lr.ph ], [ %.40.i205, %B32.i200 ]
  %.2994 = call i32 @_ZN6zoning10boundaries7kernels16zone_sums_source11sum_membersB3v17B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a8int64_2a8int64_2a8int64_2a10float64_2a10float64_2a10float64_2a10float64_2ax(ptr %.2990, ptr %excinfo.20, i64 %m.3.1.i199, ptr %arg.member, ptr %arg.local, ptr %arg.start, ptr %arg.near, ptr %arg.length, ptr %arg.hidden, ptr %arg.feature, ptr %arg.zf, i64 %.1454)
  switch i32 %.2994, label %B2136.endif.if.if [
    i32 -2, label %B2136.endif.endif.endif
    i32 0, label %B2136.endif.endif.endif
  ], !prof !2

B2136.endif.if.if:                                ; preds = %B2136.endif, %B2136.endif.1
  %.2994.lcssa = phi i32 [ %.2994, %B2136.endif ], [ %.2994.1, %B2136.endif.1 ]
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B2136.endif.endif.endif:                          ; preds = %B2136.endif, %B2136.endif
  %.30931035.not = icmp slt i64 %m.3.1.i199, 1
  br i1 %.30931035.not, label %B2112.loopexit, label %B2262.preheader

B2262.preheader:                                  ; preds = %B2136.endif.endif.endif
  %xtraiter283 = and i64 %m.3.1.i199, 3
  %73 = icmp ult i64 %m.3.1.i199, 4
  br i1 %73, label %B2262.epil.preheader, label %B2262.preheader.new

B2262.preheader.new:                              ; preds = %B2262.preheader
  %unroll_iter287 = and i64 %m.3.1.i199, %const
  br label %B2262

B2294.endif:                                      ; preds = %B2789, %B452
  %zones.4.1.lcssa = phi i64 [ %zones.3.01867, %B452 ], [ %zones.5.2, %B2789 ]
  %74 = icmp slt i64 %.3179, 1
  br i1 %74, label %B450.loopexit, label %B2332.else.if.lr.ph

B2332.else.if.lr.ph:                              ; preds = %B2294.endif
  %.3562 = fmul double %heat.2.1, 5.000000e-01
  br label %B2332.else.if

B2332.else.if:                                    ; preds = %B2332.else.if.lr.ph, %B2791
  %lsr.iv345 = phi i64 [ %.3179, %B2332.else.if.lr.ph ], [ %lsr.iv.next346, %B2791 ]
  %mark.2.11458 = phi i64 [ %mark.3.01868, %B2332.else.if.lr.ph ], [ %mark.4.2, %B2791 ]
  %75 = icmp eq i64 %arg.n, 0
  %.3299 = load i64, ptr %arg.seed, align 8
  %.3300 = mul nsw i64 %.3299, 48271
  %.3320 = srem i64 %.3300, 2147483647
  %.3322 = icmp slt i64 %.3320, 0
  %.3331 = add nsw i64 %.3320, 2147483647
  %.3311.1 = select i1 %.3322, i64 %.3331, i64 %.3320
  br i1 %75, label %B2332.endif.endif.else.if, label %B2332.endif.else.if, !prof !21

B2332.endif.else.if:                              ; preds = %B2332.else.if
  %76 = or i64 %.3311.1, %arg.n
  %77 = and i64 %76, -4294967296
  %78 = icmp eq i64 %77, 0
  br i1 %78, label %79, label %84

79:                                               ; preds = %B2332.endif.else.if
  %80 = trunc i64 %arg.n to i32
  %81 = trunc i64 %.3311.1 to i32
  %82 = urem i32 %81, %80
  %83 = zext i32 %82 to i64
  br label %86

84:                                               ; preds = %B2332.endif.else.if
  %85 = srem i64 %.3311.1, %arg.n
  br label %86

86:                                               ; preds = %84, %79
  %87 = phi i64 [ %83, %79 ], [ %85, %84 ]
  %.3362 = xor i64 %87, %arg.n
  %.3363 = icmp slt i64 %.3362, 0
  %.3364 = icmp ne i64 %87, 0
  %.3365 = and i1 %.3364, %.3363
  %.3372 = select i1 %.3365, i64 %arg.n, i64 0
  %spec.select861 = add i64 %.3372, %87
  br label %B2332.endif.endif.else.if

B2332.endif.endif.else.if:                        ; preds = %86, %B2332.else.if
  %rem.5.0 = phi i64 [ 0, %B2332.else.if ], [ %spec.select861, %86 ]
  %.3385 = mul nsw i64 %.3311.1, 48271
  %.3405 = srem i64 %.3385, 2147483647
  %.3407 = icmp slt i64 %.3405, 0
  %.3416 = add nsw i64 %.3405, 2147483647
  %.3396.1 = select i1 %.3407, i64 %.3416, i64 %.3405
  store i64 %.3396.1, ptr %arg.seed, align 8
  %88 = getelementptr i64, ptr %arg.start, i64 %rem.5.0
  %.3436 = getelementptr i8, ptr %88, i64 8
  %.3437 = load i64, ptr %.3436, align 8
  %.3441 = load i64, ptr %88, align 8
  %.3447 = icmp eq i64 %.3437, %.3441
  br i1 %.3447, label %B2791, label %B2452.else.if

B2452.else.if:                                    ; preds = %B2332.endif.endif.else.if
  %.3442 = sub nsw i64 %.3437, %.3441
  %89 = or i64 %.3396.1, %.3442
  %90 = and i64 %89, -4294967296
  %91 = icmp eq i64 %90, 0
  br i1 %91, label %92, label %97

92:                                               ; preds = %B2452.else.if
  %93 = trunc i64 %.3442 to i32
  %94 = trunc i64 %.3396.1 to i32
  %95 = urem i32 %94, %93
  %96 = zext i32 %95 to i64
  br label %99

97:                                               ; preds = %B2452.else.if
  %98 = srem i64 %.3396.1, %.3442
  br label %99

99:                                               ; preds = %97, %92
  %100 = phi i64 [ %96, %92 ], [ %98, %97 ]
  %.3492 = xor i64 %100, %.3442
  %.3493 = icmp slt i64 %.3492, 0
  %.3494 = icmp ne i64 %100, 0
  %.3495 = and i1 %.3494, %.3493
  %.3502 = select i1 %.3495, i64 %.3442, i64 0
  %101 = getelementptr i64, ptr %arg.near, i64 %.3441
  %102 = getelementptr i64, ptr %101, i64 %100
  %.3518 = getelementptr i64, ptr %102, i64 %.3502
  %.3519 = load i64, ptr %.3518, align 8
  %.3521 = getelementptr i64, ptr %arg.zone, i64 %.3519
  %.3522 = load i64, ptr %.3521, align 8
  %.3528 = getelementptr i64, ptr %arg.zone, i64 %rem.5.0
  %.3529 = load i64, ptr %.3528, align 8
  %.3531.not = icmp eq i64 %.3522, %.3529
  br i1 %.3531.not, label %B2791, label %B2528

B2588.if.if:                                      ; preds = %B2588
  %.3591 = icmp sgt i32 %.3583, 0
  %.3584 = load ptr, ptr %excinfo.21, align 8
  %.3592 = select i1 %.3591, ptr %.3584, ptr undef
  store ptr %.3592, ptr %excinfo, align 8
  br label %common.ret

B2674.endif.loopexit:                             ; preds = %B450.loopexit
  %.pre = tail call i64 @llvm.smax.i64(i64 %zones.4.1.lcssa, i64 0)
  br label %B2674.endif

B2674.endif:                                      ; preds = %B2674.endif.loopexit, %B398.endif
  %.zones.3.0880.pre-phi = phi i64 [ %.pre, %B2674.endif.loopexit ], [ %.arg.zones, %B398.endif ]
  %zones.3.0.lcssa = phi i64 [ %zones.4.1.lcssa, %B2674.endif.loopexit ], [ %arg.zones, %B398.endif ]
  store double 0.000000e+00, ptr %arg.total, align 8
  %.37841894.not = icmp slt i64 %zones.3.0.lcssa, 1
  br i1 %.37841894.not, label %B2788, label %B2716.preheader

B2716.preheader:                                  ; preds = %B2674.endif
  br label %B2716

B2716.endif:                                      ; preds = %B2716, %B2716
  %.3843 = load double, ptr %.3829, align 8
  %.3853 = fadd double %.3824, %.3843
  store double %.3853, ptr %arg.total, align 8
  %lsr.iv.next = add i64 %lsr.iv, 11
  %lsr.iv.next313 = add i64 %lsr.iv312, -1
  %exitcond2697.not = icmp eq i64 %lsr.iv.next313, 0
  br i1 %exitcond2697.not, label %B2788, label %B2716

B2716.if.if:                                      ; preds = %B2716
  store ptr null, ptr %excinfo, align 8
  br label %common.ret
}

declare { i64, i1 } @llvm.uadd.with.overflow.i64(i64, i64)

define linkonce_odr i32 @_ZN6zoning10boundaries7kernels16zone_sums_source7badnessB3v21B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAE10float64_2a23Literal_5bint_5d_280_2910float64_2a(ptr %retptr, ptr %excinfo, ptr %arg.z, i64 %arg.at, ptr %arg.rule) {
B0:
  %.16 = load double, ptr %arg.z, align 8
  %.22 = load double, ptr %arg.rule, align 8
  %.27 = getelementptr i8, ptr %arg.rule, i64 72
  %.28 = load double, ptr %.27, align 8
  %.43 = getelementptr i8, ptr %arg.z, i64 80
  %.44 = load double, ptr %.43, align 8
  %.45 = fcmp ogt double %.44, 0.000000e+00
  br i1 %.45, label %B104, label %B220

B104:                                             ; preds = %B0
  %.35 = getelementptr i8, ptr %arg.z, i64 72
  %.36 = load double, ptr %.35, align 8
  %.49 = fsub double %.16, %.36
  %.58 = fdiv double %.49, %.22
  %.65 = getelementptr i8, ptr %arg.rule, i64 24
  %.66 = load double, ptr %.65, align 8
  %.72 = fadd double %.44, -1.000000e+00
  %.73 = fmul double %.72, %.66
  %.75 = fadd double %.28, %.73
  %.86 = fcmp ogt double %.58, 0.000000e+00
  br i1 %.86, label %B184, label %B718

B184:                                             ; preds = %B104
  %.92 = fadd double %.58, 2.000000e+00
  %.95 = fmul double %.66, %.92
  %.97 = fadd double %.75, %.95
  br label %B718

B220:                                             ; preds = %B0
  %.118 = fsub double %.16, %.22
  %.127 = fcmp olt double %.118, 0.000000e+00
  %.130 = fneg double %.118
  %off.3.0 = select i1 %.127, double %.130, double %.118
  %.143 = fdiv double %off.3.0, %.22
  %.147 = getelementptr i8, ptr %arg.rule, i64 32
  %.148 = load double, ptr %.147, align 8
  %.149 = fmul double %.143, %.148
  %.151 = getelementptr i8, ptr %arg.rule, i64 40
  %.152 = load double, ptr %.151, align 8
  %.153 = fmul double %.143, %.152
  %.154 = fmul double %.143, %.153
  %.155 = fadd double %.149, %.154
  %.157 = fadd double %.28, %.155
  %.164 = getelementptr i8, ptr %arg.rule, i64 8
  %.165 = load double, ptr %.164, align 8
  %.167 = fcmp olt double %.16, %.165
  br i1 %.167, label %B340, label %B400

B340:                                             ; preds = %B220
  %.170 = getelementptr i8, ptr %arg.rule, i64 24
  %.171 = load double, ptr %.170, align 8
  %.176 = fsub double %.165, %.16
  %.183 = fdiv double %.176, %.22
  %.186 = fadd double %.183, 1.000000e+00
  %.187 = fmul double %.186, %.171
  %.189 = fadd double %.157, %.187
  br label %B482

B400:                                             ; preds = %B220
  %.200 = getelementptr i8, ptr %arg.rule, i64 16
  %.201 = load double, ptr %.200, align 8
  %.203 = fcmp ogt double %.16, %.201
  br i1 %.203, label %B424, label %B482

B424:                                             ; preds = %B400
  %.206 = getelementptr i8, ptr %arg.rule, i64 24
  %.207 = load double, ptr %.206, align 8
  %.212 = fsub double %.16, %.201
  %.219 = fdiv double %.212, %.22
  %.222 = fadd double %.219, 1.000000e+00
  %.223 = fmul double %.222, %.207
  %.225 = fadd double %.157, %.223
  br label %B482

B482:                                             ; preds = %B424, %B400, %B340
  %bad.11.1 = phi double [ %.189, %B340 ], [ %.225, %B424 ], [ %.157, %B400 ]
  %.241 = getelementptr i8, ptr %arg.rule, i64 80
  %.242 = load double, ptr %.241, align 8
  %.243 = fcmp ogt double %.242, 0.000000e+00
  br i1 %.243, label %B506, label %B718

B506:                                             ; preds = %B482
  %.250 = getelementptr i8, ptr %arg.z, i64 8
  %.251 = load double, ptr %.250, align 8
  %.256 = getelementptr i8, ptr %arg.rule, i64 88
  %.257 = load double, ptr %.256, align 8
  %.259 = fcmp olt double %.251, %.257
  br i1 %.259, label %B552.endif, label %B624

B624:                                             ; preds = %B506
  %.291 = getelementptr i8, ptr %arg.rule, i64 96
  %.292 = load double, ptr %.291, align 8
  %.294 = fcmp ogt double %.251, %.292
  br i1 %.294, label %B648.endif, label %B718

B718:                                             ; preds = %B648.endif, %B552.endif, %B624, %B482, %B184, %B104
  %bad.12.0 = phi double [ %bad.11.1, %B482 ], [ %.281, %B552.endif ], [ %.316, %B648.endif ], [ %bad.11.1, %B624 ], [ %.97, %B184 ], [ %.75, %B104 ]
  %.333 = getelementptr i8, ptr %arg.z, i64 24
  %.334 = load double, ptr %.333, align 8
  %.339 = fcmp ogt double %.334, 0.000000e+00
  br i1 %.339, label %B752, label %B884

B752:                                             ; preds = %B718
  %.344 = getelementptr i8, ptr %arg.z, i64 16
  %.345 = load double, ptr %.344, align 8
  %.346 = fmul double %.345, 0x402921FB54442D18
  %.349 = fmul double %.334, %.334
  %.355 = fdiv double %.346, %.349
  %.360 = getelementptr i8, ptr %arg.rule, i64 48
  %.361 = load double, ptr %.360, align 8
  %.363 = fsub double 1.000000e+00, %.355
  %.364 = fmul double %.361, %.363
  %.366 = fadd double %bad.12.0, %.364
  %.376 = fcmp olt double %.355, 4.000000e-01
  br i1 %.376, label %B838, label %B884

B838:                                             ; preds = %B752
  %.379 = getelementptr i8, ptr %arg.rule, i64 112
  %.380 = load double, ptr %.379, align 8
  %.382 = fsub double 4.000000e-01, %.355
  %.383 = fmul double %.382, %.380
  %.388 = fmul double %.382, %.383
  %.390 = fadd double %.366, %.388
  br label %B884

B884:                                             ; preds = %B838, %B752, %B718
  %bad.14.0 = phi double [ %.390, %B838 ], [ %.366, %B752 ], [ %bad.12.0, %B718 ]
  %.405 = getelementptr i8, ptr %arg.rule, i64 56
  %.406 = load double, ptr %.405, align 8
  %.410 = getelementptr i8, ptr %arg.z, i64 32
  %.411 = load double, ptr %.410, align 8
  %.412 = fmul double %.406, %.411
  %.414 = fadd double %bad.14.0, %.412
  %.427 = getelementptr i8, ptr %arg.z, i64 40
  %.428 = load double, ptr %.427, align 8
  %.433 = fcmp ogt double %.428, 0.000000e+00
  br i1 %.433, label %B964.endif.endif.endif, label %B1138

B1084:                                            ; preds = %B964.endif.endif.endif
  %.485 = getelementptr i8, ptr %arg.rule, i64 64
  %.486 = load double, ptr %.485, align 8
  %.490 = tail call double @llvm.sqrt.f64(double %.477)
  %.493 = fmul double %.486, %.490
  %.495 = fadd double %.414, %.493
  br label %B1138

B1138:                                            ; preds = %B964.endif.endif.endif, %B1084, %B884
  %bad.1.2.0 = phi double [ %.495, %B1084 ], [ %.414, %B964.endif.endif.endif ], [ %.414, %B884 ]
  store double %bad.1.2.0, ptr %retptr, align 8
  ret i32 0

B552.endif:                                       ; preds = %B506
  %.262 = getelementptr i8, ptr %arg.rule, i64 24
  %.263 = load double, ptr %.262, align 8
  %.268 = fsub double %.257, %.251
  %.277 = fdiv double %.268, %.242
  %.278 = fadd double %.277, 1.000000e+00
  %.279 = fmul double %.278, %.263
  %.281 = fadd double %bad.11.1, %.279
  br label %B718

B648.endif:                                       ; preds = %B624
  %.297 = getelementptr i8, ptr %arg.rule, i64 24
  %.298 = load double, ptr %.297, align 8
  %.303 = fsub double %.251, %.292
  %.312 = fdiv double %.303, %.242
  %.313 = fadd double %.312, 1.000000e+00
  %.314 = fmul double %.313, %.298
  %.316 = fadd double %bad.11.1, %.314
  br label %B718

B964.endif.endif.endif:                           ; preds = %B884
  %.441 = getelementptr i8, ptr %arg.z, i64 48
  %.442 = load double, ptr %.441, align 8
  %.447 = fdiv double %.442, %.428
  %.451 = getelementptr i8, ptr %arg.z, i64 56
  %.452 = load double, ptr %.451, align 8
  %.457 = fdiv double %.452, %.428
  %.463 = getelementptr i8, ptr %arg.z, i64 64
  %.464 = load double, ptr %.463, align 8
  %.471 = fdiv double %.464, %.428
  %.474 = fmul double %.447, %.447
  %.475 = fsub double %.471, %.474
  %.476 = fmul double %.457, %.457
  %.477 = fsub double %.475, %.476
  %.482 = fcmp ogt double %.477, 0.000000e+00
  br i1 %.482, label %B1084, label %B1138
}

define linkonce_odr i32 @_ZN6zoning10boundaries7kernels14improve_source8best_cutB3v22B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a8int64_2ax8int64_2a8int64_2a10float64_2a10float64_2a10float64_2a10float64_2a10float64_2a8int64_2a8int64_2a8int64_2a8int64_2a8int64_2a8int64_2a10float64_2a8int64_2a10float64_2a(ptr %retptr, ptr %excinfo, i64 %arg.m, ptr %arg.member, ptr %arg.local, i64 %arg.trees, ptr %arg.start, ptr %arg.near, ptr %arg.length, ptr %arg.hidden, ptr %arg.cost, ptr %arg.feature, ptr %arg.rule, ptr %arg.seed, ptr %arg.order, ptr %arg.parent, ptr %arg.depth, ptr %arg.front, ptr %arg.front_from, ptr %arg.sums, ptr %arg.side, ptr %arg.whole) {
B0:
  %.272 = alloca i64, align 8
  %excinfo.1 = alloca ptr, align 8
  %arg.m.fr = freeze i64 %arg.m
  %.366 = alloca i64, align 8
  %excinfo.2 = alloca ptr, align 8
  %.600 = alloca double, align 8
  %excinfo.3 = alloca ptr, align 8
  %.670 = alloca double, align 8
  %excinfo.5 = alloca ptr, align 8
  %.68 = getelementptr i8, ptr %arg.rule, i64 24
  %.69 = load double, ptr %.68, align 8
  %.71 = getelementptr i8, ptr %arg.rule, i64 72
  %.72 = load double, ptr %.71, align 8
  %.73 = fmul double %.72, 2.000000e+00
  %.74 = fadd double %.69, %.73
  %.180215.not = icmp slt i64 %arg.trees, 1
  br i1 %.180215.not, label %B674, label %B114.else.if.lr.ph

B114.else.if.lr.ph:                               ; preds = %B0
  %.430 = add i64 %arg.m.fr, -1
  %.473160.not = icmp slt i64 %.430, 1
  %0 = shl nuw i64 %arg.m.fr, 3
  br i1 %.473160.not, label %B114.else.if.us.preheader, label %B114.else.if.preheader

B114.else.if.us.preheader:                        ; preds = %B114.else.if.lr.ph
  br label %B114.else.if.us

B114.else.if.preheader:                           ; preds = %B114.else.if.lr.ph
  %sunkaddr = getelementptr i8, ptr %arg.whole, i64 80
  %.83 = load double, ptr %sunkaddr, align 8
  %.83.fr = freeze double %.83
  %1 = lshr i64 %.430, 1
  %2 = trunc i64 %1 to i62
  %3 = zext i62 %2 to i64
  %4 = mul nsw i64 %3, -2
  br label %B114.else.if

B114.else.if.us:                                  ; preds = %B198.endif.endif.us, %B114.else.if.us.preheader
  %lsr.iv = phi i64 [ %lsr.iv.next, %B198.endif.endif.us ], [ 0, %B114.else.if.us.preheader ]
  %.186190218.us = phi i64 [ %.193.us, %B198.endif.endif.us ], [ 0, %B114.else.if.us.preheader ]
  %5 = udiv i64 %.186190218.us, 3
  %6 = mul nuw i64 %5, 6
  %7 = sub i64 %lsr.iv, %6
  %.260.us = uitofp i64 %7 to double
  store i64 0, ptr %.272, align 8
  %.276.us = call i32 @_ZN6zoning10boundaries7kernels12trees_source9grow_treeB3v11B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a8int64_2a8int64_2a8int64_2a10float64_2ad8int64_2a8int64_2a8int64_2a8int64_2a8int64_2a(ptr %.272, ptr %excinfo.1, i64 %arg.m.fr, ptr %arg.member, ptr %arg.local, ptr %arg.start, ptr %arg.near, ptr %arg.cost, double %.260.us, ptr %arg.seed, ptr %arg.order, ptr %arg.parent, ptr %arg.front, ptr %arg.front_from)
  switch i32 %.276.us, label %B114.endif.if.if.loopexit [
    i32 -2, label %B114.endif.endif.us
    i32 0, label %B114.endif.endif.us
  ], !prof !2

B114.endif.endif.us:                              ; preds = %B114.else.if.us, %B114.else.if.us
  %.286.us = load i64, ptr %.272, align 8
  %.297.us = icmp slt i64 %.286.us, %arg.m.fr
  br i1 %.297.us, label %B192, label %B198.us

B198.us:                                          ; preds = %B114.endif.endif.us
  %.370.us = call i32 @_ZN6zoning10boundaries7kernels12trees_source9tree_sumsB3v12B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a8int64_2a8int64_2a8int64_2a10float64_2a10float64_2a10float64_2a8int64_2a8int64_2a8int64_2a10float64_2a(ptr %.366, ptr %excinfo.2, i64 %arg.m.fr, ptr %arg.member, ptr %arg.local, ptr %arg.start, ptr %arg.near, ptr %arg.length, ptr %arg.hidden, ptr %arg.feature, ptr %arg.order, ptr %arg.parent, ptr %arg.depth, ptr %arg.sums)
  switch i32 %.370.us, label %B198.if.if.loopexit [
    i32 -2, label %B198.endif.endif.us
    i32 0, label %B198.endif.endif.us
  ], !prof !2

B198.endif.endif.us:                              ; preds = %B198.us, %B198.us
  %lsr.iv.next = add nuw i64 %lsr.iv, 2
  %.193.us = add nuw nsw i64 %.186190218.us, 1
  %exitcond288.not.us = icmp eq i64 %arg.trees, %.193.us
  br i1 %exitcond288.not.us, label %B674, label %B114.else.if.us

common.ret:                                       ; preds = %B524.endif.if.if, %B472.if.if, %B198.if.if, %B114.endif.if.if, %B674, %B192
  %common.ret.op = phi i32 [ 0, %B192 ], [ 0, %B674 ], [ %.us-phi, %B114.endif.if.if ], [ %.us-phi122, %B198.if.if ], [ %.us-phi169, %B472.if.if ], [ %.us-phi175, %B524.endif.if.if ]
  ret i32 %common.ret.op

B192:                                             ; preds = %B114.endif.endif, %B114.endif.endif.us
  store double 1.000000e+300, ptr %retptr, align 8
  br label %common.ret

B198:                                             ; preds = %B114.endif.endif
  %.370 = call i32 @_ZN6zoning10boundaries7kernels12trees_source9tree_sumsB3v12B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a8int64_2a8int64_2a8int64_2a10float64_2a10float64_2a10float64_2a8int64_2a8int64_2a8int64_2a10float64_2a(ptr %.366, ptr %excinfo.2, i64 %arg.m.fr, ptr %arg.member, ptr %arg.local, ptr %arg.start, ptr %arg.near, ptr %arg.length, ptr %arg.hidden, ptr %arg.feature, ptr %arg.order, ptr %arg.parent, ptr %arg.depth, ptr %arg.sums)
  switch i32 %.370, label %B198.if.if.loopexit177 [
    i32 -2, label %B198.endif.endif
    i32 0, label %B198.endif.endif
  ], !prof !2

B288:                                             ; preds = %B288.preheader, %B675
  %lsr.iv181 = phi i64 [ 1, %B288.preheader ], [ %lsr.iv.next182, %B675 ]
  %found.2.1164 = phi i64 [ %found.3.2, %B675 ], [ -1, %B288.preheader ]
  %best.2.1163 = phi double [ %best.3.2, %B675 ], [ %best.5.0220, %B288.preheader ]
  %8 = shl i64 %lsr.iv181, 3
  %scevgep183 = getelementptr i8, ptr %arg.order, i64 %8
  %.513 = load i64, ptr %scevgep183, align 8
  %.519 = fcmp ugt double %best.2.1163, %.74
  br i1 %.519, label %B472, label %B330

B330:                                             ; preds = %B288
  %.527.idx = mul i64 %.513, 104
  %.527 = getelementptr i8, ptr %arg.sums, i64 %.527.idx
  %.528 = load double, ptr %.527, align 8
  %sunkaddr188 = getelementptr i8, ptr %arg.rule, i64 8
  %.542 = load double, ptr %sunkaddr188, align 8
  %.544 = fcmp olt double %.528, %.542
  br i1 %.544, label %B675, label %B398

B398:                                             ; preds = %B330
  %.534 = load double, ptr %arg.whole, align 8
  %.536 = fsub double %.534, %.528
  %sunkaddr189 = getelementptr i8, ptr %arg.rule, i64 16
  %.548 = load double, ptr %sunkaddr189, align 8
  %.550 = fcmp ogt double %.528, %.548
  %.558 = fcmp olt double %.536, %.542
  %.564 = fcmp ogt double %.536, %.548
  %9 = or i1 %.558, %.564
  %or.cond126 = select i1 %.550, i1 true, i1 %9
  br i1 %or.cond126, label %B675, label %B472

B472:                                             ; preds = %B398, %B288
  %.597 = mul nsw i64 %.513, 13
  %.604 = call i32 @_ZN6zoning10boundaries7kernels16zone_sums_source7badnessB3v19B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAE10float64_2ax10float64_2a(ptr %.600, ptr %excinfo.3, ptr %arg.sums, i64 %.597, ptr %arg.rule)
  %.614 = load double, ptr %.600, align 8
  switch i32 %.604, label %B472.if.if.loopexit [
    i32 -2, label %B472.endif
    i32 0, label %B472.endif
  ], !prof !2

B610:                                             ; preds = %B524.endif.endif
  br label %B675

B620:                                             ; preds = %B675.us, %B675
  %best.2.1.lcssa = phi double [ %best.3.2, %B675 ], [ %best.3.2.us, %B675.us ]
  %found.2.1.lcssa = phi i64 [ %found.3.2, %B675 ], [ %found.3.2.us, %B675.us ]
  %.744 = icmp sgt i64 %found.2.1.lcssa, -1
  br i1 %.744, label %B632, label %B670

B632:                                             ; preds = %B620
  %10 = icmp slt i64 %arg.m.fr, 1
  br i1 %10, label %B94.preheader.i.thread, label %B94.preheader.i

B94.preheader.i.thread:                           ; preds = %B632
  %.149.i103 = getelementptr i64, ptr %arg.side, i64 %found.2.1.lcssa
  store i64 1, ptr %.149.i103, align 8, !noalias !60
  br label %B94.i.preheader

B94.i.preheader:                                  ; preds = %B94.preheader.i, %B94.preheader.i.thread
  br label %B94.i

B94.i:                                            ; preds = %B170.1.i, %B94.i.preheader
  %.2399193.i = phi i64 [ %.246.1.i, %B170.1.i ], [ 1, %B94.i.preheader ]
  %sunkaddr190 = mul i64 %.2399193.i, 8
  %sunkaddr191 = getelementptr i8, ptr %arg.order, i64 %sunkaddr190
  %.273.i = load i64, ptr %sunkaddr191, align 8, !noalias !60
  %.279.not.i = icmp eq i64 %.273.i, %found.2.1.lcssa
  br i1 %.279.not.i, label %B170.i, label %B124.i

B124.i:                                           ; preds = %B94.i
  %.283.i = getelementptr i64, ptr %arg.parent, i64 %.273.i
  %.284.i = load i64, ptr %.283.i, align 8, !noalias !60
  %.286.i = getelementptr i64, ptr %arg.side, i64 %.284.i
  %.287.i = load i64, ptr %.286.i, align 8, !noalias !60
  %.288.i = icmp eq i64 %.287.i, 1
  br i1 %.288.i, label %B160.i, label %B170.i

B160.i:                                           ; preds = %B124.i
  %.292.i = getelementptr i64, ptr %arg.side, i64 %.273.i
  store i64 1, ptr %.292.i, align 8, !noalias !60
  br label %B170.i

B170.i:                                           ; preds = %B160.i, %B124.i, %B94.i
  %.246.1.i = add i64 %.2399193.i, 2
  %sunkaddr192 = mul i64 %.246.1.i, 8
  %sunkaddr193 = getelementptr i8, ptr %arg.order, i64 %sunkaddr192
  %sunkaddr194 = getelementptr i8, ptr %sunkaddr193, i64 -8
  %.273.1.i = load i64, ptr %sunkaddr194, align 8, !noalias !60
  %.279.not.1.i = icmp eq i64 %.273.1.i, %found.2.1.lcssa
  br i1 %.279.not.1.i, label %B170.1.i, label %B124.1.i

B124.1.i:                                         ; preds = %B170.i
  %.283.1.i = getelementptr i64, ptr %arg.parent, i64 %.273.1.i
  %.284.1.i = load i64, ptr %.283.1.i, align 8, !noalias !60
  %.286.1.i = getelementptr i64, ptr %arg.side, i64 %.284.1.i
  %.287.1.i = load i64, ptr %.286.1.i, align 8, !noalias !60
  %.288.1.i = icmp eq i64 %.287.1.i, 1
  br i1 %.288.1.i, label %B160.1.i, label %B170.1.i

B160.1.i:                                         ; preds = %B124.1.i
  %.292.1.i = getelementptr i64, ptr %arg.side, i64 %.273.1.i
  store i64 1, ptr %.292.1.i, align 8, !noalias !60
  br label %B170.1.i

B170.1.i:                                         ; preds = %B160.1.i, %B124.1.i, %B170.i
  %11 = add i64 %4, %.246.1.i
  %niter.ncmp.1.i = icmp eq i64 %11, 1
  br i1 %niter.ncmp.1.i, label %B172.loopexit.unr-lcssa.i, label %B94.i

B172.loopexit.unr-lcssa.i:                        ; preds = %B170.1.i
  %12 = and i64 %.430, 1
  %13 = icmp eq i64 %12, 0
  br i1 %13, label %B670, label %B94.epil.preheader.i

B94.epil.preheader.i:                             ; preds = %B94.preheader.i, %B172.loopexit.unr-lcssa.i
  %.2399193.epil.init.i = phi i64 [ 1, %B94.preheader.i ], [ %.246.1.i, %B172.loopexit.unr-lcssa.i ]
  %.272.epil.i = getelementptr i64, ptr %arg.order, i64 %.2399193.epil.init.i
  %.273.epil.i = load i64, ptr %.272.epil.i, align 8, !noalias !60
  %.279.not.epil.i = icmp eq i64 %.273.epil.i, %found.2.1.lcssa
  br i1 %.279.not.epil.i, label %B670, label %B124.epil.i

B124.epil.i:                                      ; preds = %B94.epil.preheader.i
  %.283.epil.i = getelementptr i64, ptr %arg.parent, i64 %.273.epil.i
  %.284.epil.i = load i64, ptr %.283.epil.i, align 8, !noalias !60
  %.286.epil.i = getelementptr i64, ptr %arg.side, i64 %.284.epil.i
  %.287.epil.i = load i64, ptr %.286.epil.i, align 8, !noalias !60
  %.288.epil.i = icmp eq i64 %.287.epil.i, 1
  br i1 %.288.epil.i, label %B160.epil.i, label %B670

B160.epil.i:                                      ; preds = %B124.epil.i
  %.292.epil.i = getelementptr i64, ptr %arg.side, i64 %.273.epil.i
  store i64 1, ptr %.292.epil.i, align 8, !noalias !60
  br label %B670

B94.preheader.i:                                  ; preds = %B632
  %14 = icmp eq i64 %arg.m.fr, 2
  tail call void @llvm.memset.p0.i64(ptr align 8 %arg.side, i8 0, i64 %0, i1 false), !noalias !60
  %.149.i = getelementptr i64, ptr %arg.side, i64 %found.2.1.lcssa
  store i64 1, ptr %.149.i, align 8, !noalias !60
  br i1 %14, label %B94.epil.preheader.i, label %B94.i.preheader

B670:                                             ; preds = %B160.epil.i, %B124.epil.i, %B94.epil.preheader.i, %B172.loopexit.unr-lcssa.i, %B620
  %exitcond288.not = icmp eq i64 %.193, %arg.trees
  br i1 %exitcond288.not, label %B674, label %B114.else.if

B674:                                             ; preds = %B670, %B198.endif.endif.us, %B0
  %best.5.0.lcssa = phi double [ 1.000000e+300, %B0 ], [ 1.000000e+300, %B198.endif.endif.us ], [ %best.2.1.lcssa, %B670 ]
  store double %best.5.0.lcssa, ptr %retptr, align 8
  br label %common.ret

B675:                                             ; preds = %B524.endif.endif, %B472.endif, %B610, %B398, %B330
  %best.3.2 = phi double [ %best.2.1163, %B330 ], [ %best.2.1163, %B524.endif.endif ], [ %best.2.1163, %B472.endif ], [ %best.2.1163, %B398 ], [ %.695, %B610 ]
  %found.3.2 = phi i64 [ %found.2.1164, %B330 ], [ %found.2.1164, %B524.endif.endif ], [ %found.2.1164, %B472.endif ], [ %found.2.1164, %B398 ], [ %.513, %B610 ]
  %lsr.iv.next182 = add nuw i64 %lsr.iv181, 1
  %exitcond287.not = icmp eq i64 %arg.m.fr, %lsr.iv.next182
  br i1 %exitcond287.not, label %B620, label %B288

B114.else.if:                                     ; preds = %B670, %B114.else.if.preheader
  %best.5.0220 = phi double [ %best.2.1.lcssa, %B670 ], [ 1.000000e+300, %B114.else.if.preheader ]
  %.186190218 = phi i64 [ %.193, %B670 ], [ 0, %B114.else.if.preheader ]
  %.193 = add nuw nsw i64 %.186190218, 1
  %.238.urem = urem i64 %.186190218, 3
  %15 = shl nuw nsw i64 %.238.urem, 1
  %.260 = uitofp i64 %15 to double
  store i64 0, ptr %.272, align 8
  %.276 = call i32 @_ZN6zoning10boundaries7kernels12trees_source9grow_treeB3v11B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a8int64_2a8int64_2a8int64_2a10float64_2ad8int64_2a8int64_2a8int64_2a8int64_2a8int64_2a(ptr %.272, ptr %excinfo.1, i64 %arg.m.fr, ptr %arg.member, ptr %arg.local, ptr %arg.start, ptr %arg.near, ptr %arg.cost, double %.260, ptr %arg.seed, ptr %arg.order, ptr %arg.parent, ptr %arg.front, ptr %arg.front_from)
  switch i32 %.276, label %B114.endif.if.if.loopexit175 [
    i32 -2, label %B114.endif.endif
    i32 0, label %B114.endif.endif
  ], !prof !2

B114.endif.endif:                                 ; preds = %B114.else.if, %B114.else.if
  %.286 = load i64, ptr %.272, align 8
  %.297 = icmp slt i64 %.286, %arg.m.fr
  br i1 %.297, label %B192, label %B198

B114.endif.if.if.loopexit:                        ; preds = %B114.else.if.us
  br label %B114.endif.if.if

B114.endif.if.if.loopexit175:                     ; preds = %B114.else.if
  br label %B114.endif.if.if

B114.endif.if.if:                                 ; preds = %B114.endif.if.if.loopexit175, %B114.endif.if.if.loopexit
  %.us-phi = phi i32 [ %.276.us, %B114.endif.if.if.loopexit ], [ %.276, %B114.endif.if.if.loopexit175 ]
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B198.if.if.loopexit:                              ; preds = %B198.us
  br label %B198.if.if

B198.if.if.loopexit177:                           ; preds = %B198
  br label %B198.if.if

B198.if.if:                                       ; preds = %B198.if.if.loopexit177, %B198.if.if.loopexit
  %.us-phi122 = phi i32 [ %.370.us, %B198.if.if.loopexit ], [ %.370, %B198.if.if.loopexit177 ]
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B198.endif.endif:                                 ; preds = %B198, %B198
  %16 = fcmp oeq double %.83.fr, 0.000000e+00
  br i1 %16, label %B288.preheader, label %B288.us.preheader

B288.us.preheader:                                ; preds = %B198.endif.endif
  br label %B288.us

B288.preheader:                                   ; preds = %B198.endif.endif
  br label %B288

B288.us:                                          ; preds = %B675.us, %B288.us.preheader
  %lsr.iv179 = phi i64 [ 1, %B288.us.preheader ], [ %lsr.iv.next180, %B675.us ]
  %found.2.1164.us = phi i64 [ %found.3.2.us, %B675.us ], [ -1, %B288.us.preheader ]
  %best.2.1163.us = phi double [ %best.3.2.us, %B675.us ], [ %best.5.0220, %B288.us.preheader ]
  %17 = shl i64 %lsr.iv179, 3
  %scevgep = getelementptr i8, ptr %arg.order, i64 %17
  %.513.us = load i64, ptr %scevgep, align 8
  %.597.us = mul nsw i64 %.513.us, 13
  %.604.us = call i32 @_ZN6zoning10boundaries7kernels16zone_sums_source7badnessB3v19B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAE10float64_2ax10float64_2a(ptr %.600, ptr %excinfo.3, ptr %arg.sums, i64 %.597.us, ptr %arg.rule)
  %.614.us = load double, ptr %.600, align 8
  switch i32 %.604.us, label %B472.if.if.loopexit172 [
    i32 -2, label %B472.endif.us
    i32 0, label %B472.endif.us
  ], !prof !2

B472.endif.us:                                    ; preds = %B288.us, %B288.us
  %.629.us = fcmp olt double %.614.us, %best.2.1163.us
  br i1 %.629.us, label %B524.endif.us, label %B675.us

B524.endif.us:                                    ; preds = %B472.endif.us
  %.idx.i30 = mul i64 %.513.us, 104
  %18 = getelementptr i8, ptr %arg.sums, i64 %.idx.i30
  %.134.i31 = load double, ptr %arg.whole, align 8, !noalias !63
  %.140.i32 = load double, ptr %18, align 8, !noalias !63
  %.141.i33 = fsub double %.134.i31, %.140.i32
  %sunkaddr195 = getelementptr i8, ptr %arg.whole, i64 88
  store double %.141.i33, ptr %sunkaddr195, align 8, !noalias !63
  %sunkaddr196 = getelementptr i8, ptr %arg.whole, i64 8
  %.134.1.i36 = load double, ptr %sunkaddr196, align 8, !noalias !63
  %.139.1.i37 = getelementptr i8, ptr %18, i64 8
  %.140.1.i38 = load double, ptr %.139.1.i37, align 8, !noalias !63
  %.141.1.i39 = fsub double %.134.1.i36, %.140.1.i38
  %sunkaddr197 = getelementptr i8, ptr %arg.whole, i64 96
  store double %.141.1.i39, ptr %sunkaddr197, align 8, !noalias !63
  %sunkaddr198 = getelementptr i8, ptr %arg.whole, i64 16
  %.134.2.i42 = load double, ptr %sunkaddr198, align 8, !noalias !63
  %.139.2.i43 = getelementptr i8, ptr %18, i64 16
  %.140.2.i44 = load double, ptr %.139.2.i43, align 8, !noalias !63
  %.141.2.i45 = fsub double %.134.2.i42, %.140.2.i44
  %sunkaddr199 = getelementptr i8, ptr %arg.whole, i64 104
  store double %.141.2.i45, ptr %sunkaddr199, align 8, !noalias !63
  %sunkaddr200 = getelementptr i8, ptr %arg.whole, i64 24
  %.134.3.i48 = load double, ptr %sunkaddr200, align 8, !noalias !63
  %.139.3.i49 = getelementptr i8, ptr %18, i64 24
  %.140.3.i50 = load double, ptr %.139.3.i49, align 8, !noalias !63
  %.141.3.i51 = fsub double %.134.3.i48, %.140.3.i50
  %sunkaddr201 = getelementptr i8, ptr %arg.whole, i64 112
  store double %.141.3.i51, ptr %sunkaddr201, align 8, !noalias !63
  %sunkaddr202 = getelementptr i8, ptr %arg.whole, i64 32
  %.134.4.i54 = load double, ptr %sunkaddr202, align 8, !noalias !63
  %.139.4.i55 = getelementptr i8, ptr %18, i64 32
  %.140.4.i56 = load double, ptr %.139.4.i55, align 8, !noalias !63
  %.141.4.i57 = fsub double %.134.4.i54, %.140.4.i56
  %sunkaddr203 = getelementptr i8, ptr %arg.whole, i64 120
  store double %.141.4.i57, ptr %sunkaddr203, align 8, !noalias !63
  %sunkaddr204 = getelementptr i8, ptr %arg.whole, i64 40
  %.134.5.i60 = load double, ptr %sunkaddr204, align 8, !noalias !63
  %.139.5.i61 = getelementptr i8, ptr %18, i64 40
  %.140.5.i62 = load double, ptr %.139.5.i61, align 8, !noalias !63
  %.141.5.i63 = fsub double %.134.5.i60, %.140.5.i62
  %sunkaddr205 = getelementptr i8, ptr %arg.whole, i64 128
  store double %.141.5.i63, ptr %sunkaddr205, align 8, !noalias !63
  %sunkaddr206 = getelementptr i8, ptr %arg.whole, i64 48
  %.134.6.i66 = load double, ptr %sunkaddr206, align 8, !noalias !63
  %.139.6.i67 = getelementptr i8, ptr %18, i64 48
  %.140.6.i68 = load double, ptr %.139.6.i67, align 8, !noalias !63
  %.141.6.i69 = fsub double %.134.6.i66, %.140.6.i68
  %sunkaddr207 = getelementptr i8, ptr %arg.whole, i64 136
  store double %.141.6.i69, ptr %sunkaddr207, align 8, !noalias !63
  %sunkaddr208 = getelementptr i8, ptr %arg.whole, i64 56
  %.134.7.i72 = load double, ptr %sunkaddr208, align 8, !noalias !63
  %.139.7.i73 = getelementptr i8, ptr %18, i64 56
  %.140.7.i74 = load double, ptr %.139.7.i73, align 8, !noalias !63
  %.141.7.i75 = fsub double %.134.7.i72, %.140.7.i74
  %sunkaddr209 = getelementptr i8, ptr %arg.whole, i64 144
  store double %.141.7.i75, ptr %sunkaddr209, align 8, !noalias !63
  %sunkaddr210 = getelementptr i8, ptr %arg.whole, i64 64
  %.134.8.i78 = load double, ptr %sunkaddr210, align 8, !noalias !63
  %.139.8.i79 = getelementptr i8, ptr %18, i64 64
  %.140.8.i80 = load double, ptr %.139.8.i79, align 8, !noalias !63
  %.141.8.i81 = fsub double %.134.8.i78, %.140.8.i80
  %sunkaddr211 = getelementptr i8, ptr %arg.whole, i64 152
  store double %.141.8.i81, ptr %sunkaddr211, align 8, !noalias !63
  %sunkaddr212 = getelementptr i8, ptr %arg.whole, i64 72
  %.134.9.i84 = load double, ptr %sunkaddr212, align 8, !noalias !63
  %.139.9.i85 = getelementptr i8, ptr %18, i64 72
  %.140.9.i86 = load double, ptr %.139.9.i85, align 8, !noalias !63
  %.141.9.i87 = fsub double %.134.9.i84, %.140.9.i86
  %sunkaddr213 = getelementptr i8, ptr %arg.whole, i64 160
  store double %.141.9.i87, ptr %sunkaddr213, align 8, !noalias !63
  %sunkaddr214 = getelementptr i8, ptr %arg.whole, i64 80
  %.134.10.i90 = load double, ptr %sunkaddr214, align 8, !noalias !63
  %.139.10.i91 = getelementptr i8, ptr %18, i64 80
  %.140.10.i92 = load double, ptr %.139.10.i91, align 8, !noalias !63
  %.141.10.i93 = fsub double %.134.10.i90, %.140.10.i92
  %sunkaddr215 = getelementptr i8, ptr %arg.whole, i64 168
  store double %.141.10.i93, ptr %sunkaddr215, align 8, !noalias !63
  %.158.i95 = getelementptr i8, ptr %18, i64 88
  %.159.i96 = load double, ptr %.158.i95, align 8, !noalias !63
  %.160.i97 = fmul double %.159.i96, 2.000000e+00
  %.161.i98 = fadd double %.141.3.i51, %.160.i97
  store double %.161.i98, ptr %sunkaddr201, align 8, !noalias !63
  %.174.i99 = getelementptr i8, ptr %18, i64 96
  %.175.i100 = load double, ptr %.174.i99, align 8, !noalias !63
  %.178.i101 = fmul double %.175.i100, 2.000000e+00
  %.179.i102 = fadd double %.141.4.i57, %.178.i101
  store double %.179.i102, ptr %sunkaddr203, align 8, !noalias !63
  %.674.us = call i32 @_ZN6zoning10boundaries7kernels16zone_sums_source7badnessB3v23B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAE10float64_2a24Literal_5bint_5d_2811_2910float64_2a(ptr %.670, ptr %excinfo.5, ptr %arg.whole, i64 11, ptr %arg.rule)
  switch i32 %.674.us, label %B524.endif.if.if.loopexit173 [
    i32 -2, label %B524.endif.endif.us
    i32 0, label %B524.endif.endif.us
  ], !prof !2

B524.endif.endif.us:                              ; preds = %B524.endif.us, %B524.endif.us
  %.684.us = load double, ptr %.670, align 8
  %.695.us = fadd double %.614.us, %.684.us
  %.703.us = fcmp olt double %.695.us, %best.2.1163.us
  br i1 %.703.us, label %B610.us, label %B675.us

B610.us:                                          ; preds = %B524.endif.endif.us
  br label %B675.us

B675.us:                                          ; preds = %B610.us, %B524.endif.endif.us, %B472.endif.us
  %best.3.2.us = phi double [ %.695.us, %B610.us ], [ %best.2.1163.us, %B524.endif.endif.us ], [ %best.2.1163.us, %B472.endif.us ]
  %found.3.2.us = phi i64 [ %.513.us, %B610.us ], [ %found.2.1164.us, %B524.endif.endif.us ], [ %found.2.1164.us, %B472.endif.us ]
  %lsr.iv.next180 = add nuw i64 %lsr.iv179, 1
  %exitcond.not = icmp eq i64 %arg.m.fr, %lsr.iv.next180
  br i1 %exitcond.not, label %B620, label %B288.us

B472.endif:                                       ; preds = %B472, %B472
  %.629 = fcmp olt double %.614, %best.2.1163
  br i1 %.629, label %B524.endif, label %B675

B472.if.if.loopexit:                              ; preds = %B472
  br label %B472.if.if

B472.if.if.loopexit172:                           ; preds = %B288.us
  br label %B472.if.if

B472.if.if:                                       ; preds = %B472.if.if.loopexit172, %B472.if.if.loopexit
  %.us-phi169 = phi i32 [ %.604, %B472.if.if.loopexit ], [ %.604.us, %B472.if.if.loopexit172 ]
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B524.endif:                                       ; preds = %B472.endif
  %.idx.i = mul i64 %.513, 104
  %19 = getelementptr i8, ptr %arg.sums, i64 %.idx.i
  %.134.i = load double, ptr %arg.whole, align 8, !noalias !66
  %.140.i = load double, ptr %19, align 8, !noalias !66
  %.141.i = fsub double %.134.i, %.140.i
  %sunkaddr216 = getelementptr i8, ptr %arg.whole, i64 88
  store double %.141.i, ptr %sunkaddr216, align 8, !noalias !66
  %sunkaddr217 = getelementptr i8, ptr %arg.whole, i64 8
  %.134.1.i = load double, ptr %sunkaddr217, align 8, !noalias !66
  %.139.1.i = getelementptr i8, ptr %19, i64 8
  %.140.1.i = load double, ptr %.139.1.i, align 8, !noalias !66
  %.141.1.i = fsub double %.134.1.i, %.140.1.i
  %sunkaddr218 = getelementptr i8, ptr %arg.whole, i64 96
  store double %.141.1.i, ptr %sunkaddr218, align 8, !noalias !66
  %sunkaddr219 = getelementptr i8, ptr %arg.whole, i64 16
  %.134.2.i = load double, ptr %sunkaddr219, align 8, !noalias !66
  %.139.2.i = getelementptr i8, ptr %19, i64 16
  %.140.2.i = load double, ptr %.139.2.i, align 8, !noalias !66
  %.141.2.i = fsub double %.134.2.i, %.140.2.i
  %sunkaddr220 = getelementptr i8, ptr %arg.whole, i64 104
  store double %.141.2.i, ptr %sunkaddr220, align 8, !noalias !66
  %sunkaddr221 = getelementptr i8, ptr %arg.whole, i64 24
  %.134.3.i = load double, ptr %sunkaddr221, align 8, !noalias !66
  %.139.3.i = getelementptr i8, ptr %19, i64 24
  %.140.3.i = load double, ptr %.139.3.i, align 8, !noalias !66
  %.141.3.i = fsub double %.134.3.i, %.140.3.i
  %sunkaddr222 = getelementptr i8, ptr %arg.whole, i64 112
  store double %.141.3.i, ptr %sunkaddr222, align 8, !noalias !66
  %sunkaddr223 = getelementptr i8, ptr %arg.whole, i64 32
  %.134.4.i = load double, ptr %sunkaddr223, align 8, !noalias !66
  %.139.4.i = getelementptr i8, ptr %19, i64 32
  %.140.4.i = load double, ptr %.139.4.i, align 8, !noalias !66
  %.141.4.i = fsub double %.134.4.i, %.140.4.i
  %sunkaddr224 = getelementptr i8, ptr %arg.whole, i64 120
  store double %.141.4.i, ptr %sunkaddr224, align 8, !noalias !66
  %sunkaddr225 = getelementptr i8, ptr %arg.whole, i64 40
  %.134.5.i = load double, ptr %sunkaddr225, align 8, !noalias !66
  %.139.5.i = getelementptr i8, ptr %19, i64 40
  %.140.5.i = load double, ptr %.139.5.i, align 8, !noalias !66
  %.141.5.i = fsub double %.134.5.i, %.140.5.i
  %sunkaddr226 = getelementptr i8, ptr %arg.whole, i64 128
  store double %.141.5.i, ptr %sunkaddr226, align 8, !noalias !66
  %sunkaddr227 = getelementptr i8, ptr %arg.whole, i64 48
  %.134.6.i = load double, ptr %sunkaddr227, align 8, !noalias !66
  %.139.6.i = getelementptr i8, ptr %19, i64 48
  %.140.6.i = load double, ptr %.139.6.i, align 8, !noalias !66
  %.141.6.i = fsub double %.134.6.i, %.140.6.i
  %sunkaddr228 = getelementptr i8, ptr %arg.whole, i64 136
  store double %.141.6.i, ptr %sunkaddr228, align 8, !noalias !66
  %sunkaddr229 = getelementptr i8, ptr %arg.whole, i64 56
  %.134.7.i = load double, ptr %sunkaddr229, align 8, !noalias !66
  %.139.7.i = getelementptr i8, ptr %19, i64 56
  %.140.7.i = load double, ptr %.139.7.i, align 8, !noalias !66
  %.141.7.i = fsub double %.134.7.i, %.140.7.i
  %sunkaddr230 = getelementptr i8, ptr %arg.whole, i64 144
  store double %.141.7.i, ptr %sunkaddr230, align 8, !noalias !66
  %sunkaddr231 = getelementptr i8, ptr %arg.whole, i64 64
  %.134.8.i = load double, ptr %sunkaddr231, align 8, !noalias !66
  %.139.8.i = getelementptr i8, ptr %19, i64 64
  %.140.8.i = load double, ptr %.139.8.i, align 8, !noalias !66
  %.141.8.i = fsub double %.134.8.i, %.140.8.i
  %sunkaddr232 = getelementptr i8, ptr %arg.whole, i64 152
  store double %.141.8.i, ptr %sunkaddr232, align 8, !noalias !66
  %sunkaddr233 = getelementptr i8, ptr %arg.whole, i64 72
  %.134.9.i = load double, ptr %sunkaddr233, align 8, !noalias !66
  %.139.9.i = getelementptr i8, ptr %19, i64 72
  %.140.9.i = load double, ptr %.139.9.i, align 8, !noalias !66
  %.141.9.i = fsub double %.134.9.i, %.140.9.i
  %sunkaddr234 = getelementptr i8, ptr %arg.whole, i64 160
  store double %.141.9.i, ptr %sunkaddr234, align 8, !noalias !66
  %sunkaddr235 = getelementptr i8, ptr %arg.whole, i64 80
  %.134.10.i = load double, ptr %sunkaddr235, align 8, !noalias !66
  %.139.10.i = getelementptr i8, ptr %19, i64 80
  %.140.10.i = load double, ptr %.139.10.i, align 8, !noalias !66
  %.141.10.i = fsub double %.134.10.i, %.140.10.i
  %sunkaddr236 = getelementptr i8, ptr %arg.whole, i64 168
  store double %.141.10.i, ptr %sunkaddr236, align 8, !noalias !66
  %.158.i = getelementptr i8, ptr %19, i64 88
  %.159.i = load double, ptr %.158.i, align 8, !noalias !66
  %.160.i = fmul double %.159.i, 2.000000e+00
  %.161.i = fadd double %.141.3.i, %.160.i
  store double %.161.i, ptr %sunkaddr222, align 8, !noalias !66
  %.174.i = getelementptr i8, ptr %19, i64 96
  %.175.i = load double, ptr %.174.i, align 8, !noalias !66
  %.178.i = fmul double %.175.i, 2.000000e+00
  %.179.i = fadd double %.141.4.i, %.178.i
  store double %.179.i, ptr %sunkaddr224, align 8, !noalias !66
  %.674 = call i32 @_ZN6zoning10boundaries7kernels16zone_sums_source7badnessB3v23B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAE10float64_2a24Literal_5bint_5d_2811_2910float64_2a(ptr %.670, ptr %excinfo.5, ptr %arg.whole, i64 11, ptr %arg.rule)
  switch i32 %.674, label %B524.endif.if.if.loopexit [
    i32 -2, label %B524.endif.endif
    i32 0, label %B524.endif.endif
  ], !prof !2

B524.endif.endif:                                 ; preds = %B524.endif, %B524.endif
  %.684 = load double, ptr %.670, align 8
  %.695 = fadd double %.614, %.684
  %.703 = fcmp olt double %.695, %best.2.1163
  br i1 %.703, label %B610, label %B675

B524.endif.if.if.loopexit:                        ; preds = %B524.endif
  br label %B524.endif.if.if

B524.endif.if.if.loopexit173:                     ; preds = %B524.endif.us
  br label %B524.endif.if.if

B524.endif.if.if:                                 ; preds = %B524.endif.if.if.loopexit173, %B524.endif.if.if.loopexit
  %.us-phi175 = phi i32 [ %.674, %B524.endif.if.if.loopexit ], [ %.674.us, %B524.endif.if.if.loopexit173 ]
  store ptr null, ptr %excinfo, align 8
  br label %common.ret
}

define linkonce_odr i32 @_ZN6zoning10boundaries7kernels16zone_sums_source11sum_membersB3v17B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a8int64_2a8int64_2a8int64_2a10float64_2a10float64_2a10float64_2a10float64_2ax(ptr %retptr, ptr %excinfo, i64 %arg.m, ptr %arg.member, ptr %arg.local, ptr %arg.start, ptr %arg.near, ptr %arg.length, ptr %arg.hidden, ptr %arg.feature, ptr %arg.out, i64 %arg.at) {
B0.endif.endif:
  %0 = getelementptr double, ptr %arg.out, i64 %arg.at
  tail call void @llvm.memset.p0.i64(ptr align 8 dereferenceable(88) %0, i8 0, i64 88, i1 false)
  %.243190.not = icmp slt i64 %arg.m, 1
  br i1 %.243190.not, label %B410, label %B88.endif.endif.preheader

B88.endif.endif.preheader:                        ; preds = %B0.endif.endif
  br label %B88.endif.endif

B86.loopexit:                                     ; preds = %B268.prol.loopexit, %B88.endif.endif, %B406.1
  %.408.4208 = phi double [ %.415.4, %B88.endif.endif ], [ %.408.4206.lcssa.unr, %B268.prol.loopexit ], [ %.408.4206.1, %B406.1 ]
  %.408.3204 = phi double [ %.415.3, %B88.endif.endif ], [ %.408.3202.lcssa.unr, %B268.prol.loopexit ], [ %.408.3202.1, %B406.1 ]
  %exitcond.not = icmp eq i64 %.256, %arg.m
  br i1 %exitcond.not, label %B410, label %B88.endif.endif

B268:                                             ; preds = %B268.preheader1, %B406.1
  %lsr.iv2 = phi i64 [ %5, %B268.preheader1 ], [ %lsr.iv.next3, %B406.1 ]
  %lsr.iv = phi i64 [ %3, %B268.preheader1 ], [ %lsr.iv.next, %B406.1 ]
  %.581 = phi double [ %.581.unr, %B268.preheader1 ], [ %.408.4206.1, %B406.1 ]
  %.568 = phi double [ %.568.unr, %B268.preheader1 ], [ %.408.3202.1, %B406.1 ]
  %scevgep9 = getelementptr i8, ptr %arg.near, i64 %lsr.iv2
  %scevgep10 = getelementptr i8, ptr %scevgep9, i64 -8
  %.558 = load i64, ptr %scevgep10, align 8
  %.560 = getelementptr i64, ptr %arg.local, i64 %.558
  %.561 = load i64, ptr %.560, align 8
  %.562 = icmp sgt i64 %.561, -1
  br i1 %.562, label %B306, label %B406

B306:                                             ; preds = %B268
  %scevgep6 = getelementptr i8, ptr %arg.length, i64 %lsr.iv2
  %scevgep7 = getelementptr i8, ptr %scevgep6, i64 -8
  %.572 = load double, ptr %scevgep7, align 8
  %.573 = fsub double %.568, %.572
  %sunkaddr = getelementptr i8, ptr %0, i64 24
  store double %.573, ptr %sunkaddr, align 8
  %scevgep = getelementptr i8, ptr %arg.hidden, i64 %lsr.iv2
  %scevgep4 = getelementptr i8, ptr %scevgep, i64 -8
  %.585 = load double, ptr %scevgep4, align 8
  %.588 = fsub double %.581, %.585
  %sunkaddr1 = getelementptr i8, ptr %0, i64 32
  store double %.588, ptr %sunkaddr1, align 8
  br label %B406

B406:                                             ; preds = %B306, %B268
  %.408.4206 = phi double [ %.588, %B306 ], [ %.581, %B268 ]
  %.408.3202 = phi double [ %.573, %B306 ], [ %.568, %B268 ]
  %sunkaddr2 = getelementptr i8, ptr %arg.near, i64 %lsr.iv2
  %.558.1 = load i64, ptr %sunkaddr2, align 8
  %.560.1 = getelementptr i64, ptr %arg.local, i64 %.558.1
  %.561.1 = load i64, ptr %.560.1, align 8
  %.562.1 = icmp sgt i64 %.561.1, -1
  br i1 %.562.1, label %B306.1, label %B406.1

B306.1:                                           ; preds = %B406
  %scevgep8 = getelementptr i8, ptr %arg.length, i64 %lsr.iv2
  %.572.1 = load double, ptr %scevgep8, align 8
  %.573.1 = fsub double %.408.3202, %.572.1
  %sunkaddr3 = getelementptr i8, ptr %0, i64 24
  store double %.573.1, ptr %sunkaddr3, align 8
  %scevgep5 = getelementptr i8, ptr %arg.hidden, i64 %lsr.iv2
  %.585.1 = load double, ptr %scevgep5, align 8
  %.588.1 = fsub double %.408.4206, %.585.1
  %sunkaddr4 = getelementptr i8, ptr %0, i64 32
  store double %.588.1, ptr %sunkaddr4, align 8
  br label %B406.1

B406.1:                                           ; preds = %B306.1, %B406
  %.408.4206.1 = phi double [ %.588.1, %B306.1 ], [ %.408.4206, %B406 ]
  %.408.3202.1 = phi double [ %.573.1, %B306.1 ], [ %.408.3202, %B406 ]
  %lsr.iv.next = add i64 %lsr.iv, -2
  %lsr.iv.next3 = add i64 %lsr.iv2, 16
  %.514.1 = icmp sgt i64 %lsr.iv.next, 2
  br i1 %.514.1, label %B268, label %B86.loopexit

B410:                                             ; preds = %B86.loopexit, %B0.endif.endif
  store i64 %arg.m, ptr %retptr, align 8
  ret i32 0

B88.endif.endif:                                  ; preds = %B86.loopexit, %B88.endif.endif.preheader
  %.408.10 = phi double [ %.415.10, %B86.loopexit ], [ 0.000000e+00, %B88.endif.endif.preheader ]
  %.408.9 = phi double [ %.415.9, %B86.loopexit ], [ 0.000000e+00, %B88.endif.endif.preheader ]
  %.408.8 = phi double [ %.415.8, %B86.loopexit ], [ 0.000000e+00, %B88.endif.endif.preheader ]
  %.408.7 = phi double [ %.415.7, %B86.loopexit ], [ 0.000000e+00, %B88.endif.endif.preheader ]
  %.408.6 = phi double [ %.415.6, %B86.loopexit ], [ 0.000000e+00, %B88.endif.endif.preheader ]
  %.408.5 = phi double [ %.415.5, %B86.loopexit ], [ 0.000000e+00, %B88.endif.endif.preheader ]
  %.408.4 = phi double [ %.408.4208, %B86.loopexit ], [ 0.000000e+00, %B88.endif.endif.preheader ]
  %.408.3 = phi double [ %.408.3204, %B86.loopexit ], [ 0.000000e+00, %B88.endif.endif.preheader ]
  %.408.2 = phi double [ %.415.2, %B86.loopexit ], [ 0.000000e+00, %B88.endif.endif.preheader ]
  %.408.1 = phi double [ %.415.1, %B86.loopexit ], [ 0.000000e+00, %B88.endif.endif.preheader ]
  %.408 = phi double [ %.415, %B86.loopexit ], [ 0.000000e+00, %B88.endif.endif.preheader ]
  %.249182191 = phi i64 [ %.256, %B86.loopexit ], [ 0, %B88.endif.endif.preheader ]
  %.282 = getelementptr i64, ptr %arg.member, i64 %.249182191
  %.283 = load i64, ptr %.282, align 8
  %.idx = mul i64 %.283, 88
  %1 = getelementptr i8, ptr %arg.feature, i64 %.idx
  %.414 = load double, ptr %1, align 8
  %.415 = fadd double %.408, %.414
  store double %.415, ptr %0, align 8
  %.413.1 = getelementptr i8, ptr %1, i64 8
  %.414.1 = load double, ptr %.413.1, align 8
  %.415.1 = fadd double %.408.1, %.414.1
  %sunkaddr5 = getelementptr i8, ptr %0, i64 8
  store double %.415.1, ptr %sunkaddr5, align 8
  %.413.2 = getelementptr i8, ptr %1, i64 16
  %.414.2 = load double, ptr %.413.2, align 8
  %.415.2 = fadd double %.408.2, %.414.2
  %sunkaddr6 = getelementptr i8, ptr %0, i64 16
  store double %.415.2, ptr %sunkaddr6, align 8
  %.413.3 = getelementptr i8, ptr %1, i64 24
  %.414.3 = load double, ptr %.413.3, align 8
  %.415.3 = fadd double %.408.3, %.414.3
  %sunkaddr7 = getelementptr i8, ptr %0, i64 24
  store double %.415.3, ptr %sunkaddr7, align 8
  %.413.4 = getelementptr i8, ptr %1, i64 32
  %.414.4 = load double, ptr %.413.4, align 8
  %.415.4 = fadd double %.408.4, %.414.4
  %sunkaddr8 = getelementptr i8, ptr %0, i64 32
  store double %.415.4, ptr %sunkaddr8, align 8
  %.413.5 = getelementptr i8, ptr %1, i64 40
  %.414.5 = load double, ptr %.413.5, align 8
  %.415.5 = fadd double %.408.5, %.414.5
  %sunkaddr9 = getelementptr i8, ptr %0, i64 40
  store double %.415.5, ptr %sunkaddr9, align 8
  %.413.6 = getelementptr i8, ptr %1, i64 48
  %.414.6 = load double, ptr %.413.6, align 8
  %.415.6 = fadd double %.408.6, %.414.6
  %sunkaddr10 = getelementptr i8, ptr %0, i64 48
  store double %.415.6, ptr %sunkaddr10, align 8
  %.413.7 = getelementptr i8, ptr %1, i64 56
  %.414.7 = load double, ptr %.413.7, align 8
  %.415.7 = fadd double %.408.7, %.414.7
  %sunkaddr11 = getelementptr i8, ptr %0, i64 56
  store double %.415.7, ptr %sunkaddr11, align 8
  %.413.8 = getelementptr i8, ptr %1, i64 64
  %.414.8 = load double, ptr %.413.8, align 8
  %.415.8 = fadd double %.408.8, %.414.8
  %sunkaddr12 = getelementptr i8, ptr %0, i64 64
  store double %.415.8, ptr %sunkaddr12, align 8
  %.413.9 = getelementptr i8, ptr %1, i64 72
  %.414.9 = load double, ptr %.413.9, align 8
  %.415.9 = fadd double %.408.9, %.414.9
  %sunkaddr13 = getelementptr i8, ptr %0, i64 72
  store double %.415.9, ptr %sunkaddr13, align 8
  %.413.10 = getelementptr i8, ptr %1, i64 80
  %.414.10 = load double, ptr %.413.10, align 8
  %.415.10 = fadd double %.408.10, %.414.10
  %sunkaddr14 = getelementptr i8, ptr %0, i64 80
  store double %.415.10, ptr %sunkaddr14, align 8
  %.256 = add nuw nsw i64 %.249182191, 1
  %.426 = getelementptr i64, ptr %arg.start, i64 %.283
  %.427 = load i64, ptr %.426, align 8
  %.433 = getelementptr i8, ptr %.426, i64 8
  %.434 = load i64, ptr %.433, align 8
  %.471 = sub i64 %.434, %.427
  %.514177.not = icmp slt i64 %.471, 1
  br i1 %.514177.not, label %B86.loopexit, label %B268.preheader

B268.preheader:                                   ; preds = %B88.endif.endif
  %.neg = add i64 %.427, 1
  %xtraiter = and i64 %.471, 1
  %lcmp.mod.not = icmp eq i64 %xtraiter, 0
  br i1 %lcmp.mod.not, label %B268.prol.loopexit, label %B268.prol

B268.prol:                                        ; preds = %B268.preheader
  %.523.prol = add nsw i64 %.471, -1
  %.557.prol = getelementptr i64, ptr %arg.near, i64 %.427
  %.558.prol = load i64, ptr %.557.prol, align 8
  %.560.prol = getelementptr i64, ptr %arg.local, i64 %.558.prol
  %.561.prol = load i64, ptr %.560.prol, align 8
  %.562.prol = icmp sgt i64 %.561.prol, -1
  br i1 %.562.prol, label %B306.prol, label %B268.prol.loopexit

B306.prol:                                        ; preds = %B268.prol
  %.571.prol = getelementptr double, ptr %arg.length, i64 %.427
  %.572.prol = load double, ptr %.571.prol, align 8
  %.573.prol = fsub double %.415.3, %.572.prol
  %sunkaddr15 = getelementptr i8, ptr %0, i64 24
  store double %.573.prol, ptr %sunkaddr15, align 8
  %.584.prol = getelementptr double, ptr %arg.hidden, i64 %.427
  %.585.prol = load double, ptr %.584.prol, align 8
  %.588.prol = fsub double %.415.4, %.585.prol
  %sunkaddr16 = getelementptr i8, ptr %0, i64 32
  store double %.588.prol, ptr %sunkaddr16, align 8
  br label %B268.prol.loopexit

B268.prol.loopexit:                               ; preds = %B306.prol, %B268.prol, %B268.preheader
  %.581.unr = phi double [ %.415.4, %B268.preheader ], [ %.588.prol, %B306.prol ], [ %.415.4, %B268.prol ]
  %.568.unr = phi double [ %.415.3, %B268.preheader ], [ %.573.prol, %B306.prol ], [ %.415.3, %B268.prol ]
  %.513175179.unr = phi i64 [ %.471, %B268.preheader ], [ %.523.prol, %B306.prol ], [ %.523.prol, %B268.prol ]
  %.520176178.unr = phi i64 [ %.427, %B268.preheader ], [ %.neg, %B306.prol ], [ %.neg, %B268.prol ]
  %.408.4206.lcssa.unr = phi double [ poison, %B268.preheader ], [ %.588.prol, %B306.prol ], [ %.415.4, %B268.prol ]
  %.408.3202.lcssa.unr = phi double [ poison, %B268.preheader ], [ %.573.prol, %B306.prol ], [ %.415.3, %B268.prol ]
  %2 = icmp eq i64 %.434, %.neg
  br i1 %2, label %B86.loopexit, label %B268.preheader1

B268.preheader1:                                  ; preds = %B268.prol.loopexit
  %3 = add nuw i64 %.513175179.unr, 2
  %4 = shl i64 %.520176178.unr, 3
  %5 = add i64 %4, 8
  br label %B268
}

define linkonce_odr i32 @_ZN6zoning10boundaries7kernels14improve_source8try_flipB3v26B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExxd8int64_2a8int64_2a10float64_2a10float64_2a10float64_2a10float64_2a8int64_2a10float64_2a8int64_2a8int64_2a8int64_2a8int64_2ax8int64_2a10float64_2a(ptr %retptr, ptr %excinfo, i64 %arg.v, i64 %arg.y, double %arg.heat, ptr %arg.start, ptr %arg.near, ptr %arg.length, ptr %arg.hidden, ptr %arg.feature, ptr %arg.rule, ptr %arg.zone, ptr %arg.zf, ptr %arg.head, ptr %arg.after, ptr %arg.before, ptr %arg.stamp, i64 %arg.mark, ptr %arg.queue, ptr %arg.whole) {
B0:
  %.592 = alloca double, align 8
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.621 = alloca double, align 8
  store double 0.000000e+00, ptr %.621, align 8
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.649 = alloca double, align 8
  store double 0.000000e+00, ptr %.649, align 8
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.676 = alloca double, align 8
  store double 0.000000e+00, ptr %.676, align 8
  %excinfo.4 = alloca ptr, align 8
  store ptr null, ptr %excinfo.4, align 8
  %.749 = alloca i64, align 8
  store i64 0, ptr %.749, align 8
  %excinfo.5 = alloca ptr, align 8
  store ptr null, ptr %excinfo.5, align 8
  %.60 = getelementptr i64, ptr %arg.zone, i64 %arg.v
  %.61 = load i64, ptr %.60, align 8
  %.67 = getelementptr i64, ptr %arg.head, i64 %.61
  %.68 = load i64, ptr %.67, align 8
  %.70 = icmp eq i64 %.68, %arg.v
  br i1 %.70, label %B44, label %B72.endif

B44:                                              ; preds = %B0
  %.74 = getelementptr i64, ptr %arg.after, i64 %arg.v
  %.75 = load i64, ptr %.74, align 8
  %.76 = icmp slt i64 %.75, 0
  br i1 %.76, label %B68, label %B72.endif

common.ret:                                       ; preds = %B966.endif.endif, %B800.if.if, %B468.endif.endif.endif.if.if, %B468.endif.endif.if.if, %B468.endif.if.if, %B468.if.if, %B852, %B796, %B68
  %common.ret.op = phi i32 [ 0, %B68 ], [ 0, %B796 ], [ 0, %B852 ], [ %.596, %B468.if.if ], [ %.625, %B468.endif.if.if ], [ %.653, %B468.endif.endif.if.if ], [ %.680, %B468.endif.endif.endif.if.if ], [ %.753, %B800.if.if ], [ 0, %B966.endif.endif ]
  ret i32 %common.ret.op

B68:                                              ; preds = %B44
  store i64 0, ptr %retptr, align 8
  br label %common.ret

B152:                                             ; preds = %B152.preheader, %B967
  %lsr.iv4 = phi i64 [ %1, %B152.preheader ], [ %lsr.iv.next5, %B967 ]
  %lsr.iv = phi i64 [ %0, %B152.preheader ], [ %lsr.iv.next, %B967 ]
  %hy.2.0177 = phi double [ 0.000000e+00, %B152.preheader ], [ %hy.3.1, %B967 ]
  %ly.2.0176 = phi double [ 0.000000e+00, %B152.preheader ], [ %ly.3.1, %B967 ]
  %hz.2.0175 = phi double [ 0.000000e+00, %B152.preheader ], [ %hz.3.1, %B967 ]
  %lz.2.0174 = phi double [ 0.000000e+00, %B152.preheader ], [ %lz.3.1, %B967 ]
  %scevgep9 = getelementptr i8, ptr %arg.near, i64 %lsr.iv4
  %.264 = load i64, ptr %scevgep9, align 8
  %.266 = getelementptr i64, ptr %arg.zone, i64 %.264
  %.267 = load i64, ptr %.266, align 8
  %.273 = icmp eq i64 %.267, %.61
  br i1 %.273, label %B194, label %B240

B194:                                             ; preds = %B152
  %scevgep8 = getelementptr i8, ptr %arg.length, i64 %lsr.iv4
  %.292 = load double, ptr %scevgep8, align 8
  %.294 = fadd double %lz.2.0174, %.292
  %scevgep6 = getelementptr i8, ptr %arg.hidden, i64 %lsr.iv4
  %.303 = load double, ptr %scevgep6, align 8
  %.307 = fadd double %hz.2.0175, %.303
  br label %B967

B240:                                             ; preds = %B152
  %.324 = icmp eq i64 %.267, %arg.y
  br i1 %.324, label %B252, label %B967

B252:                                             ; preds = %B240
  %scevgep7 = getelementptr i8, ptr %arg.length, i64 %lsr.iv4
  %.331 = load double, ptr %scevgep7, align 8
  %.333 = fadd double %ly.2.0176, %.331
  %scevgep = getelementptr i8, ptr %arg.hidden, i64 %lsr.iv4
  %.341 = load double, ptr %scevgep, align 8
  %.345 = fadd double %hy.2.0177, %.341
  br label %B967

B796:                                             ; preds = %B468.endif.endif.endif.endif
  store i64 0, ptr %retptr, align 8
  br label %common.ret

B800:                                             ; preds = %B468.endif.endif.endif.endif
  store i64 0, ptr %.749, align 8
  %.753 = call i32 @_ZN6zoning10boundaries7kernels14members_source12leaves_wholeB3v27B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a8int64_2ax8int64_2a(ptr %.749, ptr %excinfo.5, i64 %arg.v, i64 %.61, ptr %arg.zone, ptr %arg.start, ptr %arg.near, ptr %arg.stamp, i64 %arg.mark, ptr %arg.queue)
  switch i32 %.753, label %B800.if.if [
    i32 -2, label %B800.endif
    i32 0, label %B800.endif
  ], !prof !2

B852:                                             ; preds = %B800.endif
  store i64 0, ptr %retptr, align 8
  br label %common.ret

B967:                                             ; preds = %B252, %B240, %B194
  %ly.3.1 = phi double [ %ly.2.0176, %B194 ], [ %.333, %B252 ], [ %ly.2.0176, %B240 ]
  %hy.3.1 = phi double [ %hy.2.0177, %B194 ], [ %.345, %B252 ], [ %hy.2.0177, %B240 ]
  %lz.3.1 = phi double [ %.294, %B194 ], [ %lz.2.0174, %B252 ], [ %lz.2.0174, %B240 ]
  %hz.3.1 = phi double [ %.307, %B194 ], [ %hz.2.0175, %B252 ], [ %hz.2.0175, %B240 ]
  %lsr.iv.next = add i64 %lsr.iv, -1
  %lsr.iv.next5 = add i64 %lsr.iv4, 8
  %.220 = icmp ugt i64 %lsr.iv.next, 1
  br i1 %.220, label %B152, label %B298.endif.endif.loopexit

B72.endif:                                        ; preds = %B44, %B0
  %.132 = getelementptr i64, ptr %arg.start, i64 %arg.v
  %.133 = load i64, ptr %.132, align 8
  %.137 = getelementptr i8, ptr %.132, i64 8
  %.138 = load i64, ptr %.137, align 8
  %.175 = sub i64 %.138, %.133
  %.220171.not = icmp slt i64 %.175, 1
  br i1 %.220171.not, label %B298.endif.endif, label %B152.preheader

B152.preheader:                                   ; preds = %B72.endif
  %0 = add nuw i64 %.175, 1
  %1 = shl i64 %.133, 3
  br label %B152

B298.endif.endif.loopexit:                        ; preds = %B967
  %2 = fmul double %lz.3.1, 2.000000e+00
  %3 = fmul double %hz.3.1, 2.000000e+00
  %4 = fmul double %ly.3.1, 2.000000e+00
  %5 = fmul double %hy.3.1, 2.000000e+00
  br label %B298.endif.endif

B298.endif.endif:                                 ; preds = %B298.endif.endif.loopexit, %B72.endif
  %lz.2.0.lcssa = phi double [ 0.000000e+00, %B72.endif ], [ %2, %B298.endif.endif.loopexit ]
  %hz.2.0.lcssa = phi double [ 0.000000e+00, %B72.endif ], [ %3, %B298.endif.endif.loopexit ]
  %ly.2.0.lcssa = phi double [ 0.000000e+00, %B72.endif ], [ %4, %B298.endif.endif.loopexit ]
  %hy.2.0.lcssa = phi double [ 0.000000e+00, %B72.endif ], [ %5, %B298.endif.endif.loopexit ]
  %.idx = mul i64 %.61, 88
  %6 = getelementptr i8, ptr %arg.zf, i64 %.idx
  %.idx167 = mul i64 %arg.v, 88
  %7 = getelementptr i8, ptr %arg.feature, i64 %.idx167
  %.idx168 = mul i64 %arg.y, 88
  %8 = getelementptr i8, ptr %arg.zf, i64 %.idx168
  %.508 = load double, ptr %6, align 8
  %.514 = load double, ptr %7, align 8
  %.515 = fsub double %.508, %.514
  store double %.515, ptr %arg.whole, align 8
  %.524 = load double, ptr %8, align 8
  %.530 = load double, ptr %7, align 8
  %.531 = fadd double %.524, %.530
  %.534 = getelementptr i8, ptr %arg.whole, i64 88
  store double %.531, ptr %.534, align 8
  %.507.1 = getelementptr i8, ptr %6, i64 8
  %.508.1 = load double, ptr %.507.1, align 8
  %.513.1 = getelementptr i8, ptr %7, i64 8
  %.514.1 = load double, ptr %.513.1, align 8
  %.515.1 = fsub double %.508.1, %.514.1
  %.517.1 = getelementptr i8, ptr %arg.whole, i64 8
  store double %.515.1, ptr %.517.1, align 8
  %.523.1 = getelementptr i8, ptr %8, i64 8
  %.524.1 = load double, ptr %.523.1, align 8
  %.530.1 = load double, ptr %.513.1, align 8
  %.531.1 = fadd double %.524.1, %.530.1
  %.534.1 = getelementptr i8, ptr %arg.whole, i64 96
  store double %.531.1, ptr %.534.1, align 8
  %.507.2 = getelementptr i8, ptr %6, i64 16
  %.508.2 = load double, ptr %.507.2, align 8
  %.513.2 = getelementptr i8, ptr %7, i64 16
  %.514.2 = load double, ptr %.513.2, align 8
  %.515.2 = fsub double %.508.2, %.514.2
  %.517.2 = getelementptr i8, ptr %arg.whole, i64 16
  store double %.515.2, ptr %.517.2, align 8
  %.523.2 = getelementptr i8, ptr %8, i64 16
  %.524.2 = load double, ptr %.523.2, align 8
  %.530.2 = load double, ptr %.513.2, align 8
  %.531.2 = fadd double %.524.2, %.530.2
  %.534.2 = getelementptr i8, ptr %arg.whole, i64 104
  store double %.531.2, ptr %.534.2, align 8
  %.507.3 = getelementptr i8, ptr %6, i64 24
  %.508.3 = load double, ptr %.507.3, align 8
  %.513.3 = getelementptr i8, ptr %7, i64 24
  %.514.3 = load double, ptr %.513.3, align 8
  %.515.3 = fsub double %.508.3, %.514.3
  %.517.3 = getelementptr i8, ptr %arg.whole, i64 24
  store double %.515.3, ptr %.517.3, align 8
  %.523.3 = getelementptr i8, ptr %8, i64 24
  %.524.3 = load double, ptr %.523.3, align 8
  %.530.3 = load double, ptr %.513.3, align 8
  %.531.3 = fadd double %.524.3, %.530.3
  %.534.3 = getelementptr i8, ptr %arg.whole, i64 112
  store double %.531.3, ptr %.534.3, align 8
  %.507.4 = getelementptr i8, ptr %6, i64 32
  %.508.4 = load double, ptr %.507.4, align 8
  %.513.4 = getelementptr i8, ptr %7, i64 32
  %.514.4 = load double, ptr %.513.4, align 8
  %.515.4 = fsub double %.508.4, %.514.4
  %.517.4 = getelementptr i8, ptr %arg.whole, i64 32
  store double %.515.4, ptr %.517.4, align 8
  %.523.4 = getelementptr i8, ptr %8, i64 32
  %.524.4 = load double, ptr %.523.4, align 8
  %.530.4 = load double, ptr %.513.4, align 8
  %.531.4 = fadd double %.524.4, %.530.4
  %.534.4 = getelementptr i8, ptr %arg.whole, i64 120
  store double %.531.4, ptr %.534.4, align 8
  %.507.5 = getelementptr i8, ptr %6, i64 40
  %.508.5 = load double, ptr %.507.5, align 8
  %.513.5 = getelementptr i8, ptr %7, i64 40
  %.514.5 = load double, ptr %.513.5, align 8
  %.515.5 = fsub double %.508.5, %.514.5
  %.517.5 = getelementptr i8, ptr %arg.whole, i64 40
  store double %.515.5, ptr %.517.5, align 8
  %.523.5 = getelementptr i8, ptr %8, i64 40
  %.524.5 = load double, ptr %.523.5, align 8
  %.530.5 = load double, ptr %.513.5, align 8
  %.531.5 = fadd double %.524.5, %.530.5
  %.534.5 = getelementptr i8, ptr %arg.whole, i64 128
  store double %.531.5, ptr %.534.5, align 8
  %.507.6 = getelementptr i8, ptr %6, i64 48
  %.508.6 = load double, ptr %.507.6, align 8
  %.513.6 = getelementptr i8, ptr %7, i64 48
  %.514.6 = load double, ptr %.513.6, align 8
  %.515.6 = fsub double %.508.6, %.514.6
  %.517.6 = getelementptr i8, ptr %arg.whole, i64 48
  store double %.515.6, ptr %.517.6, align 8
  %.523.6 = getelementptr i8, ptr %8, i64 48
  %.524.6 = load double, ptr %.523.6, align 8
  %.530.6 = load double, ptr %.513.6, align 8
  %.531.6 = fadd double %.524.6, %.530.6
  %.534.6 = getelementptr i8, ptr %arg.whole, i64 136
  store double %.531.6, ptr %.534.6, align 8
  %.507.7 = getelementptr i8, ptr %6, i64 56
  %.508.7 = load double, ptr %.507.7, align 8
  %.513.7 = getelementptr i8, ptr %7, i64 56
  %.514.7 = load double, ptr %.513.7, align 8
  %.515.7 = fsub double %.508.7, %.514.7
  %.517.7 = getelementptr i8, ptr %arg.whole, i64 56
  store double %.515.7, ptr %.517.7, align 8
  %.523.7 = getelementptr i8, ptr %8, i64 56
  %.524.7 = load double, ptr %.523.7, align 8
  %.530.7 = load double, ptr %.513.7, align 8
  %.531.7 = fadd double %.524.7, %.530.7
  %.534.7 = getelementptr i8, ptr %arg.whole, i64 144
  store double %.531.7, ptr %.534.7, align 8
  %.507.8 = getelementptr i8, ptr %6, i64 64
  %.508.8 = load double, ptr %.507.8, align 8
  %.513.8 = getelementptr i8, ptr %7, i64 64
  %.514.8 = load double, ptr %.513.8, align 8
  %.515.8 = fsub double %.508.8, %.514.8
  %.517.8 = getelementptr i8, ptr %arg.whole, i64 64
  store double %.515.8, ptr %.517.8, align 8
  %.523.8 = getelementptr i8, ptr %8, i64 64
  %.524.8 = load double, ptr %.523.8, align 8
  %.530.8 = load double, ptr %.513.8, align 8
  %.531.8 = fadd double %.524.8, %.530.8
  %.534.8 = getelementptr i8, ptr %arg.whole, i64 152
  store double %.531.8, ptr %.534.8, align 8
  %.507.9 = getelementptr i8, ptr %6, i64 72
  %.508.9 = load double, ptr %.507.9, align 8
  %.513.9 = getelementptr i8, ptr %7, i64 72
  %.514.9 = load double, ptr %.513.9, align 8
  %.515.9 = fsub double %.508.9, %.514.9
  %.517.9 = getelementptr i8, ptr %arg.whole, i64 72
  store double %.515.9, ptr %.517.9, align 8
  %.523.9 = getelementptr i8, ptr %8, i64 72
  %.524.9 = load double, ptr %.523.9, align 8
  %.530.9 = load double, ptr %.513.9, align 8
  %.531.9 = fadd double %.524.9, %.530.9
  %.534.9 = getelementptr i8, ptr %arg.whole, i64 160
  store double %.531.9, ptr %.534.9, align 8
  %.507.10 = getelementptr i8, ptr %6, i64 80
  %.508.10 = load double, ptr %.507.10, align 8
  %.513.10 = getelementptr i8, ptr %7, i64 80
  %.514.10 = load double, ptr %.513.10, align 8
  %.515.10 = fsub double %.508.10, %.514.10
  %.517.10 = getelementptr i8, ptr %arg.whole, i64 80
  store double %.515.10, ptr %.517.10, align 8
  %.523.10 = getelementptr i8, ptr %8, i64 80
  %.524.10 = load double, ptr %.523.10, align 8
  %.530.10 = load double, ptr %.513.10, align 8
  %.531.10 = fadd double %.524.10, %.530.10
  %.534.10 = getelementptr i8, ptr %arg.whole, i64 168
  store double %.531.10, ptr %.534.10, align 8
  %.550 = fadd double %lz.2.0.lcssa, %.515.3
  store double %.550, ptr %.517.3, align 8
  %.561 = fadd double %hz.2.0.lcssa, %.515.4
  store double %.561, ptr %.517.4, align 8
  %.572 = fsub double %.531.3, %ly.2.0.lcssa
  store double %.572, ptr %.534.3, align 8
  %.583 = fsub double %.531.4, %hy.2.0.lcssa
  store double %.583, ptr %.534.4, align 8
  %.589 = mul nsw i64 %.61, 11
  %.596 = call i32 @_ZN6zoning10boundaries7kernels16zone_sums_source7badnessB3v19B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAE10float64_2ax10float64_2a(ptr %.592, ptr %excinfo.1, ptr %arg.zf, i64 %.589, ptr %arg.rule)
  %.606 = load double, ptr %.592, align 8
  switch i32 %.596, label %B468.if.if [
    i32 -2, label %B468.endif
    i32 0, label %B468.endif
  ], !prof !2

B468.endif:                                       ; preds = %B298.endif.endif, %B298.endif.endif
  %.618 = mul nsw i64 %arg.y, 11
  %.625 = call i32 @_ZN6zoning10boundaries7kernels16zone_sums_source7badnessB3v19B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAE10float64_2ax10float64_2a(ptr %.621, ptr %excinfo.2, ptr %arg.zf, i64 %.618, ptr %arg.rule)
  switch i32 %.625, label %B468.endif.if.if [
    i32 -2, label %B468.endif.endif
    i32 0, label %B468.endif.endif
  ], !prof !2

B468.if.if:                                       ; preds = %B298.endif.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B468.endif.endif:                                 ; preds = %B468.endif, %B468.endif
  %.635 = load double, ptr %.621, align 8
  %.645 = fadd double %.606, %.635
  %.653 = call i32 @_ZN6zoning10boundaries7kernels16zone_sums_source7badnessB3v21B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAE10float64_2a23Literal_5bint_5d_280_2910float64_2a(ptr %.649, ptr %excinfo.3, ptr %arg.whole, i64 0, ptr %arg.rule)
  %.663 = load double, ptr %.649, align 8
  switch i32 %.653, label %B468.endif.endif.if.if [
    i32 -2, label %B468.endif.endif.endif
    i32 0, label %B468.endif.endif.endif
  ], !prof !2

B468.endif.if.if:                                 ; preds = %B468.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B468.endif.endif.endif:                           ; preds = %B468.endif.endif, %B468.endif.endif
  %.680 = call i32 @_ZN6zoning10boundaries7kernels16zone_sums_source7badnessB3v23B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAE10float64_2a24Literal_5bint_5d_2811_2910float64_2a(ptr %.676, ptr %excinfo.4, ptr %arg.whole, i64 11, ptr %arg.rule)
  switch i32 %.680, label %B468.endif.endif.endif.if.if [
    i32 -2, label %B468.endif.endif.endif.endif
    i32 0, label %B468.endif.endif.endif.endif
  ], !prof !2

B468.endif.endif.if.if:                           ; preds = %B468.endif.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B468.endif.endif.endif.endif:                     ; preds = %B468.endif.endif.endif, %B468.endif.endif.endif
  %.690 = load double, ptr %.676, align 8
  %.702 = fadd double %.663, %.690
  %.704 = fadd double %arg.heat, %.645
  %.707 = fadd double %.704, -1.000000e-09
  %.708 = fcmp ogt double %.702, %.707
  br i1 %.708, label %B796, label %B800

B468.endif.endif.endif.if.if:                     ; preds = %B468.endif.endif.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B800.endif:                                       ; preds = %B800, %B800
  %.763 = load i64, ptr %.749, align 8
  %.783 = icmp eq i64 %.763, 0
  br i1 %.783, label %B852, label %B856.endif.endif

B800.if.if:                                       ; preds = %B800
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B856.endif.endif:                                 ; preds = %B800.endif
  %9 = getelementptr double, ptr %arg.zf, i64 %.589
  %10 = getelementptr double, ptr %arg.zf, i64 %.618
  %.924 = load double, ptr %arg.whole, align 8
  store double %.924, ptr %9, align 8
  %sunkaddr = getelementptr i8, ptr %arg.whole, i64 88
  %.934 = load double, ptr %sunkaddr, align 8
  store double %.934, ptr %10, align 8
  %sunkaddr1 = getelementptr i8, ptr %arg.whole, i64 8
  %.924.1 = load double, ptr %sunkaddr1, align 8
  %.929.1 = getelementptr i8, ptr %9, i64 8
  store double %.924.1, ptr %.929.1, align 8
  %sunkaddr2 = getelementptr i8, ptr %arg.whole, i64 96
  %.934.1 = load double, ptr %sunkaddr2, align 8
  %.939.1 = getelementptr i8, ptr %10, i64 8
  store double %.934.1, ptr %.939.1, align 8
  %sunkaddr3 = getelementptr i8, ptr %arg.whole, i64 16
  %.924.2 = load double, ptr %sunkaddr3, align 8
  %.929.2 = getelementptr i8, ptr %9, i64 16
  store double %.924.2, ptr %.929.2, align 8
  %sunkaddr4 = getelementptr i8, ptr %arg.whole, i64 104
  %.934.2 = load double, ptr %sunkaddr4, align 8
  %.939.2 = getelementptr i8, ptr %10, i64 16
  store double %.934.2, ptr %.939.2, align 8
  %sunkaddr5 = getelementptr i8, ptr %arg.whole, i64 24
  %.924.3 = load double, ptr %sunkaddr5, align 8
  %.929.3 = getelementptr i8, ptr %9, i64 24
  store double %.924.3, ptr %.929.3, align 8
  %sunkaddr6 = getelementptr i8, ptr %arg.whole, i64 112
  %.934.3 = load double, ptr %sunkaddr6, align 8
  %.939.3 = getelementptr i8, ptr %10, i64 24
  store double %.934.3, ptr %.939.3, align 8
  %sunkaddr7 = getelementptr i8, ptr %arg.whole, i64 32
  %.924.4 = load double, ptr %sunkaddr7, align 8
  %.929.4 = getelementptr i8, ptr %9, i64 32
  store double %.924.4, ptr %.929.4, align 8
  %sunkaddr8 = getelementptr i8, ptr %arg.whole, i64 120
  %.934.4 = load double, ptr %sunkaddr8, align 8
  %.939.4 = getelementptr i8, ptr %10, i64 32
  store double %.934.4, ptr %.939.4, align 8
  %sunkaddr9 = getelementptr i8, ptr %arg.whole, i64 40
  %.924.5 = load double, ptr %sunkaddr9, align 8
  %.929.5 = getelementptr i8, ptr %9, i64 40
  store double %.924.5, ptr %.929.5, align 8
  %sunkaddr10 = getelementptr i8, ptr %arg.whole, i64 128
  %.934.5 = load double, ptr %sunkaddr10, align 8
  %.939.5 = getelementptr i8, ptr %10, i64 40
  store double %.934.5, ptr %.939.5, align 8
  %sunkaddr11 = getelementptr i8, ptr %arg.whole, i64 48
  %.924.6 = load double, ptr %sunkaddr11, align 8
  %.929.6 = getelementptr i8, ptr %9, i64 48
  store double %.924.6, ptr %.929.6, align 8
  %sunkaddr12 = getelementptr i8, ptr %arg.whole, i64 136
  %.934.6 = load double, ptr %sunkaddr12, align 8
  %.939.6 = getelementptr i8, ptr %10, i64 48
  store double %.934.6, ptr %.939.6, align 8
  %sunkaddr13 = getelementptr i8, ptr %arg.whole, i64 56
  %.924.7 = load double, ptr %sunkaddr13, align 8
  %.929.7 = getelementptr i8, ptr %9, i64 56
  store double %.924.7, ptr %.929.7, align 8
  %sunkaddr14 = getelementptr i8, ptr %arg.whole, i64 144
  %.934.7 = load double, ptr %sunkaddr14, align 8
  %.939.7 = getelementptr i8, ptr %10, i64 56
  store double %.934.7, ptr %.939.7, align 8
  %sunkaddr15 = getelementptr i8, ptr %arg.whole, i64 64
  %.924.8 = load double, ptr %sunkaddr15, align 8
  %.929.8 = getelementptr i8, ptr %9, i64 64
  store double %.924.8, ptr %.929.8, align 8
  %sunkaddr16 = getelementptr i8, ptr %arg.whole, i64 152
  %.934.8 = load double, ptr %sunkaddr16, align 8
  %.939.8 = getelementptr i8, ptr %10, i64 64
  store double %.934.8, ptr %.939.8, align 8
  %sunkaddr17 = getelementptr i8, ptr %arg.whole, i64 72
  %.924.9 = load double, ptr %sunkaddr17, align 8
  %.929.9 = getelementptr i8, ptr %9, i64 72
  store double %.924.9, ptr %.929.9, align 8
  %sunkaddr18 = getelementptr i8, ptr %arg.whole, i64 160
  %.934.9 = load double, ptr %sunkaddr18, align 8
  %.939.9 = getelementptr i8, ptr %10, i64 72
  store double %.934.9, ptr %.939.9, align 8
  %sunkaddr19 = getelementptr i8, ptr %arg.whole, i64 80
  %.924.10 = load double, ptr %sunkaddr19, align 8
  %.929.10 = getelementptr i8, ptr %9, i64 80
  store double %.924.10, ptr %.929.10, align 8
  %sunkaddr20 = getelementptr i8, ptr %arg.whole, i64 168
  %.934.10 = load double, ptr %sunkaddr20, align 8
  %.939.10 = getelementptr i8, ptr %10, i64 80
  store double %.934.10, ptr %.939.10, align 8
  %.21.i = getelementptr i64, ptr %arg.before, i64 %arg.v
  %.22.i = load i64, ptr %.21.i, align 8, !noalias !69
  %.23.i = icmp sgt i64 %.22.i, -1
  %.31.i = getelementptr i64, ptr %arg.after, i64 %arg.v
  %.32.i = load i64, ptr %.31.i, align 8, !noalias !69
  br i1 %.23.i, label %B28.i, label %B64.i

B28.i:                                            ; preds = %B856.endif.endif
  %.38.i = getelementptr i64, ptr %arg.after, i64 %.22.i
  store i64 %.32.i, ptr %.38.i, align 8, !noalias !69
  br label %B98.i

B64.i:                                            ; preds = %B856.endif.endif
  %sunkaddr30 = shl i64 %arg.v, 3
  %sunkaddr31 = getelementptr i8, ptr %arg.zone, i64 %sunkaddr30
  %.48.i = load i64, ptr %sunkaddr31, align 8, !noalias !69
  %.52.i = getelementptr i64, ptr %arg.head, i64 %.48.i
  store i64 %.32.i, ptr %.52.i, align 8, !noalias !69
  br label %B98.i

B98.i:                                            ; preds = %B64.i, %B28.i
  %.61.i = icmp sgt i64 %.32.i, -1
  br i1 %.61.i, label %B122.i, label %B966.endif

B122.i:                                           ; preds = %B98.i
  %sunkaddr21 = mul i64 %arg.v, 8
  %sunkaddr22 = getelementptr i8, ptr %arg.before, i64 %sunkaddr21
  %.66.i = load i64, ptr %sunkaddr22, align 8, !noalias !69
  %.76.i = getelementptr i64, ptr %arg.before, i64 %.32.i
  store i64 %.66.i, ptr %.76.i, align 8, !noalias !69
  br label %B966.endif

B966.endif:                                       ; preds = %B122.i, %B98.i
  %sunkaddr23 = mul i64 %arg.v, 8
  %sunkaddr24 = getelementptr i8, ptr %arg.zone, i64 %sunkaddr23
  store i64 %arg.y, ptr %sunkaddr24, align 8, !noalias !72
  %.24.i = getelementptr i64, ptr %arg.head, i64 %arg.y
  %.25.i = load i64, ptr %.24.i, align 8, !noalias !72
  %sunkaddr25 = mul i64 %arg.v, 8
  %sunkaddr26 = getelementptr i8, ptr %arg.after, i64 %sunkaddr25
  store i64 %.25.i, ptr %sunkaddr26, align 8, !noalias !72
  %sunkaddr27 = mul i64 %arg.v, 8
  %sunkaddr28 = getelementptr i8, ptr %arg.before, i64 %sunkaddr27
  store i64 -1, ptr %sunkaddr28, align 8, !noalias !72
  %.36.i = load i64, ptr %.24.i, align 8, !noalias !72
  %.37.i = icmp sgt i64 %.36.i, -1
  br i1 %.37.i, label %B70.i, label %B966.endif.endif

B70.i:                                            ; preds = %B966.endif
  %.45.i = getelementptr i64, ptr %arg.before, i64 %.36.i
  store i64 %arg.v, ptr %.45.i, align 8, !noalias !72
  br label %B966.endif.endif

B966.endif.endif:                                 ; preds = %B70.i, %B966.endif
  %sunkaddr.i2 = shl i64 %arg.y, 3
  %sunkaddr1.i3 = getelementptr i8, ptr %arg.head, i64 %sunkaddr.i2
  store i64 %arg.v, ptr %sunkaddr1.i3, align 8, !noalias !72
  store i64 1, ptr %retptr, align 8
  br label %common.ret
}

define linkonce_odr i32 @_ZN6zoning10boundaries7kernels16zone_sums_source7badnessB3v19B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAE10float64_2ax10float64_2a(ptr %retptr, ptr %excinfo, ptr %arg.z, i64 %arg.at, ptr %arg.rule) {
B0:
  %.15 = getelementptr double, ptr %arg.z, i64 %arg.at
  %.16 = load double, ptr %.15, align 8
  %.22 = load double, ptr %arg.rule, align 8
  %.27 = getelementptr i8, ptr %arg.rule, i64 72
  %.28 = load double, ptr %.27, align 8
  %.43 = getelementptr i8, ptr %.15, i64 80
  %.44 = load double, ptr %.43, align 8
  %.45 = fcmp ogt double %.44, 0.000000e+00
  br i1 %.45, label %B104, label %B220

B104:                                             ; preds = %B0
  %sunkaddr = shl i64 %arg.at, 3
  %sunkaddr1 = getelementptr i8, ptr %arg.z, i64 %sunkaddr
  %sunkaddr2 = getelementptr i8, ptr %sunkaddr1, i64 72
  %.36 = load double, ptr %sunkaddr2, align 8
  %.49 = fsub double %.16, %.36
  %.58 = fdiv double %.49, %.22
  %.65 = getelementptr i8, ptr %arg.rule, i64 24
  %.66 = load double, ptr %.65, align 8
  %.72 = fadd double %.44, -1.000000e+00
  %.73 = fmul double %.72, %.66
  %.75 = fadd double %.28, %.73
  %.86 = fcmp ogt double %.58, 0.000000e+00
  br i1 %.86, label %B184, label %B718

B184:                                             ; preds = %B104
  %.92 = fadd double %.58, 2.000000e+00
  %.95 = fmul double %.66, %.92
  %.97 = fadd double %.75, %.95
  br label %B718

B220:                                             ; preds = %B0
  %.118 = fsub double %.16, %.22
  %.127 = fcmp olt double %.118, 0.000000e+00
  %.130 = fneg double %.118
  %off.3.0 = select i1 %.127, double %.130, double %.118
  %.143 = fdiv double %off.3.0, %.22
  %.147 = getelementptr i8, ptr %arg.rule, i64 32
  %.148 = load double, ptr %.147, align 8
  %.149 = fmul double %.143, %.148
  %.151 = getelementptr i8, ptr %arg.rule, i64 40
  %.152 = load double, ptr %.151, align 8
  %.153 = fmul double %.143, %.152
  %.154 = fmul double %.143, %.153
  %.155 = fadd double %.149, %.154
  %.157 = fadd double %.28, %.155
  %.164 = getelementptr i8, ptr %arg.rule, i64 8
  %.165 = load double, ptr %.164, align 8
  %.167 = fcmp olt double %.16, %.165
  br i1 %.167, label %B340, label %B400

B340:                                             ; preds = %B220
  %.170 = getelementptr i8, ptr %arg.rule, i64 24
  %.171 = load double, ptr %.170, align 8
  %.176 = fsub double %.165, %.16
  %.183 = fdiv double %.176, %.22
  %.186 = fadd double %.183, 1.000000e+00
  %.187 = fmul double %.186, %.171
  %.189 = fadd double %.157, %.187
  br label %B482

B400:                                             ; preds = %B220
  %.200 = getelementptr i8, ptr %arg.rule, i64 16
  %.201 = load double, ptr %.200, align 8
  %.203 = fcmp ogt double %.16, %.201
  br i1 %.203, label %B424, label %B482

B424:                                             ; preds = %B400
  %.206 = getelementptr i8, ptr %arg.rule, i64 24
  %.207 = load double, ptr %.206, align 8
  %.212 = fsub double %.16, %.201
  %.219 = fdiv double %.212, %.22
  %.222 = fadd double %.219, 1.000000e+00
  %.223 = fmul double %.222, %.207
  %.225 = fadd double %.157, %.223
  br label %B482

B482:                                             ; preds = %B424, %B400, %B340
  %bad.11.1 = phi double [ %.189, %B340 ], [ %.225, %B424 ], [ %.157, %B400 ]
  %.241 = getelementptr i8, ptr %arg.rule, i64 80
  %.242 = load double, ptr %.241, align 8
  %.243 = fcmp ogt double %.242, 0.000000e+00
  %sunkaddr3 = shl i64 %arg.at, 3
  br i1 %.243, label %B506, label %B718

B506:                                             ; preds = %B482
  %sunkaddr4 = getelementptr i8, ptr %arg.z, i64 %sunkaddr3
  %sunkaddr5 = getelementptr i8, ptr %sunkaddr4, i64 8
  %.251 = load double, ptr %sunkaddr5, align 8
  %.256 = getelementptr i8, ptr %arg.rule, i64 88
  %.257 = load double, ptr %.256, align 8
  %.259 = fcmp olt double %.251, %.257
  br i1 %.259, label %B552.endif, label %B624

B624:                                             ; preds = %B506
  %.291 = getelementptr i8, ptr %arg.rule, i64 96
  %.292 = load double, ptr %.291, align 8
  %.294 = fcmp ogt double %.251, %.292
  br i1 %.294, label %B648.endif, label %B718

B718:                                             ; preds = %B648.endif, %B552.endif, %B624, %B482, %B184, %B104
  %sunkaddr6.pre-phi = phi i64 [ %sunkaddr, %B104 ], [ %sunkaddr3, %B648.endif ], [ %sunkaddr3, %B552.endif ], [ %sunkaddr3, %B624 ], [ %sunkaddr, %B184 ], [ %sunkaddr3, %B482 ]
  %bad.12.0 = phi double [ %.75, %B104 ], [ %.316, %B648.endif ], [ %.281, %B552.endif ], [ %bad.11.1, %B624 ], [ %.97, %B184 ], [ %bad.11.1, %B482 ]
  %sunkaddr7 = getelementptr i8, ptr %arg.z, i64 %sunkaddr6.pre-phi
  %sunkaddr8 = getelementptr i8, ptr %sunkaddr7, i64 24
  %.334 = load double, ptr %sunkaddr8, align 8
  %.339 = fcmp ogt double %.334, 0.000000e+00
  br i1 %.339, label %B752, label %B884

B752:                                             ; preds = %B718
  %sunkaddr6 = getelementptr i8, ptr %arg.z, i64 %sunkaddr6.pre-phi
  %sunkaddr9 = getelementptr i8, ptr %sunkaddr6, i64 16
  %.345 = load double, ptr %sunkaddr9, align 8
  %.346 = fmul double %.345, 0x402921FB54442D18
  %.349 = fmul double %.334, %.334
  %.355 = fdiv double %.346, %.349
  %.360 = getelementptr i8, ptr %arg.rule, i64 48
  %.361 = load double, ptr %.360, align 8
  %.363 = fsub double 1.000000e+00, %.355
  %.364 = fmul double %.361, %.363
  %.366 = fadd double %bad.12.0, %.364
  %.376 = fcmp olt double %.355, 4.000000e-01
  br i1 %.376, label %B838, label %B884

B838:                                             ; preds = %B752
  %.379 = getelementptr i8, ptr %arg.rule, i64 112
  %.380 = load double, ptr %.379, align 8
  %.382 = fsub double 4.000000e-01, %.355
  %.383 = fmul double %.382, %.380
  %.388 = fmul double %.382, %.383
  %.390 = fadd double %.366, %.388
  br label %B884

B884:                                             ; preds = %B838, %B752, %B718
  %bad.14.0 = phi double [ %.390, %B838 ], [ %.366, %B752 ], [ %bad.12.0, %B718 ]
  %.405 = getelementptr i8, ptr %arg.rule, i64 56
  %.406 = load double, ptr %.405, align 8
  %sunkaddr10 = getelementptr i8, ptr %arg.z, i64 %sunkaddr6.pre-phi
  %sunkaddr11 = getelementptr i8, ptr %sunkaddr10, i64 32
  %.411 = load double, ptr %sunkaddr11, align 8
  %.412 = fmul double %.406, %.411
  %.414 = fadd double %bad.14.0, %.412
  %sunkaddr12 = getelementptr i8, ptr %arg.z, i64 %sunkaddr6.pre-phi
  %sunkaddr13 = getelementptr i8, ptr %sunkaddr12, i64 40
  %.428 = load double, ptr %sunkaddr13, align 8
  %.433 = fcmp ogt double %.428, 0.000000e+00
  br i1 %.433, label %B964.endif.endif.endif, label %B1138

B1084:                                            ; preds = %B964.endif.endif.endif
  %.485 = getelementptr i8, ptr %arg.rule, i64 64
  %.486 = load double, ptr %.485, align 8
  %.490 = tail call double @llvm.sqrt.f64(double %.477)
  %.493 = fmul double %.486, %.490
  %.495 = fadd double %.414, %.493
  br label %B1138

B1138:                                            ; preds = %B964.endif.endif.endif, %B1084, %B884
  %bad.1.2.0 = phi double [ %.495, %B1084 ], [ %.414, %B964.endif.endif.endif ], [ %.414, %B884 ]
  store double %bad.1.2.0, ptr %retptr, align 8
  ret i32 0

B552.endif:                                       ; preds = %B506
  %.262 = getelementptr i8, ptr %arg.rule, i64 24
  %.263 = load double, ptr %.262, align 8
  %.268 = fsub double %.257, %.251
  %.277 = fdiv double %.268, %.242
  %.278 = fadd double %.277, 1.000000e+00
  %.279 = fmul double %.278, %.263
  %.281 = fadd double %bad.11.1, %.279
  br label %B718

B648.endif:                                       ; preds = %B624
  %.297 = getelementptr i8, ptr %arg.rule, i64 24
  %.298 = load double, ptr %.297, align 8
  %.303 = fsub double %.251, %.292
  %.312 = fdiv double %.303, %.242
  %.313 = fadd double %.312, 1.000000e+00
  %.314 = fmul double %.313, %.298
  %.316 = fadd double %bad.11.1, %.314
  br label %B718

B964.endif.endif.endif:                           ; preds = %B884
  %sunkaddr14 = getelementptr i8, ptr %arg.z, i64 %sunkaddr6.pre-phi
  %sunkaddr15 = getelementptr i8, ptr %sunkaddr14, i64 48
  %.442 = load double, ptr %sunkaddr15, align 8
  %.447 = fdiv double %.442, %.428
  %sunkaddr16 = getelementptr i8, ptr %arg.z, i64 %sunkaddr6.pre-phi
  %sunkaddr17 = getelementptr i8, ptr %sunkaddr16, i64 56
  %.452 = load double, ptr %sunkaddr17, align 8
  %.457 = fdiv double %.452, %.428
  %sunkaddr18 = getelementptr i8, ptr %arg.z, i64 %sunkaddr6.pre-phi
  %sunkaddr19 = getelementptr i8, ptr %sunkaddr18, i64 64
  %.464 = load double, ptr %sunkaddr19, align 8
  %.471 = fdiv double %.464, %.428
  %.474 = fmul double %.447, %.447
  %.475 = fsub double %.471, %.474
  %.476 = fmul double %.457, %.457
  %.477 = fsub double %.475, %.476
  %.482 = fcmp ogt double %.477, 0.000000e+00
  br i1 %.482, label %B1084, label %B1138
}

declare double @llvm.sqrt.f64(double)

define linkonce_odr i32 @_ZN6zoning10boundaries7kernels14members_source12leaves_wholeB3v27B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a8int64_2ax8int64_2a(ptr %retptr, ptr %excinfo, i64 %arg.v, i64 %arg.z, ptr %arg.zone, ptr %arg.start, ptr %arg.near, ptr %arg.stamp, i64 %arg.mark, ptr %arg.queue) {
B0.endif:
  %.36 = getelementptr i64, ptr %arg.start, i64 %arg.v
  %.37 = load i64, ptr %.36, align 8
  %.41 = getelementptr i8, ptr %.36, i64 8
  %.42 = load i64, ptr %.41, align 8
  %.79 = sub i64 %.42, %.37
  %.124194.not = icmp slt i64 %.79, 1
  br i1 %.124194.not, label %common.ret, label %B76.preheader

B76.preheader:                                    ; preds = %B0.endif
  %.neg = add i64 %.37, 1
  %0 = icmp eq i64 %.42, %.neg
  br i1 %0, label %B76.epil.preheader, label %B76.preheader.new

B76.preheader.new:                                ; preds = %B76.preheader
  %1 = lshr i64 %.79, 1
  %2 = shl nuw i64 %1, 1
  br label %B76

B76:                                              ; preds = %B142.1, %B76.preheader.new
  %lsr.iv9 = phi i64 [ %lsr.iv.next10, %B142.1 ], [ %2, %B76.preheader.new ]
  %first.2.0198 = phi i64 [ %first.3.1.1, %B142.1 ], [ -1, %B76.preheader.new ]
  %wanted.2.0197 = phi i64 [ %wanted.3.1.1, %B142.1 ], [ 0, %B76.preheader.new ]
  %.130193195 = phi i64 [ %.137.1, %B142.1 ], [ %.37, %B76.preheader.new ]
  %sunkaddr = mul i64 %.130193195, 8
  %sunkaddr16 = getelementptr i8, ptr %arg.near, i64 %sunkaddr
  %.174 = load i64, ptr %sunkaddr16, align 8
  %.180 = getelementptr i64, ptr %arg.zone, i64 %.174
  %.181 = load i64, ptr %.180, align 8
  %.183 = icmp eq i64 %.181, %arg.z
  br i1 %.183, label %B118, label %B142

B118:                                             ; preds = %B76
  %.188 = getelementptr i64, ptr %arg.stamp, i64 %.174
  store i64 %arg.mark, ptr %.188, align 8
  %.191 = add nsw i64 %wanted.2.0197, 1
  br label %B142

B142:                                             ; preds = %B118, %B76
  %wanted.3.1 = phi i64 [ %.191, %B118 ], [ %wanted.2.0197, %B76 ]
  %first.3.1 = phi i64 [ %.174, %B118 ], [ %first.2.0198, %B76 ]
  %sunkaddr17 = mul i64 %.130193195, 8
  %sunkaddr18 = getelementptr i8, ptr %arg.near, i64 %sunkaddr17
  %sunkaddr19 = getelementptr i8, ptr %sunkaddr18, i64 8
  %.174.1 = load i64, ptr %sunkaddr19, align 8
  %.180.1 = getelementptr i64, ptr %arg.zone, i64 %.174.1
  %.181.1 = load i64, ptr %.180.1, align 8
  %.183.1 = icmp eq i64 %.181.1, %arg.z
  br i1 %.183.1, label %B118.1, label %B142.1

B118.1:                                           ; preds = %B142
  %.188.1 = getelementptr i64, ptr %arg.stamp, i64 %.174.1
  store i64 %arg.mark, ptr %.188.1, align 8
  %.191.1 = add nsw i64 %wanted.3.1, 1
  br label %B142.1

B142.1:                                           ; preds = %B118.1, %B142
  %wanted.3.1.1 = phi i64 [ %.191.1, %B118.1 ], [ %wanted.3.1, %B142 ]
  %first.3.1.1 = phi i64 [ %.174.1, %B118.1 ], [ %first.3.1, %B142 ]
  %.137.1 = add i64 %.130193195, 2
  %lsr.iv.next10 = add i64 %lsr.iv9, -2
  %niter.ncmp.1.not = icmp eq i64 %lsr.iv.next10, 0
  br i1 %niter.ncmp.1.not, label %B144.unr-lcssa, label %B76

B144.unr-lcssa:                                   ; preds = %B142.1
  %3 = and i64 %.79, 1
  %lcmp.mod.not = icmp eq i64 %3, 0
  br i1 %lcmp.mod.not, label %B144, label %B76.epil.preheader

B76.epil.preheader:                               ; preds = %B144.unr-lcssa, %B76.preheader
  %first.2.0198.epil.init = phi i64 [ -1, %B76.preheader ], [ %first.3.1.1, %B144.unr-lcssa ]
  %wanted.2.0197.epil.init = phi i64 [ 0, %B76.preheader ], [ %wanted.3.1.1, %B144.unr-lcssa ]
  %.130193195.epil.init = phi i64 [ %.37, %B76.preheader ], [ %.137.1, %B144.unr-lcssa ]
  %.173.epil = getelementptr i64, ptr %arg.near, i64 %.130193195.epil.init
  %.174.epil = load i64, ptr %.173.epil, align 8
  %.180.epil = getelementptr i64, ptr %arg.zone, i64 %.174.epil
  %.181.epil = load i64, ptr %.180.epil, align 8
  %.183.epil = icmp eq i64 %.181.epil, %arg.z
  br i1 %.183.epil, label %B118.epil, label %B144

B118.epil:                                        ; preds = %B76.epil.preheader
  %.188.epil = getelementptr i64, ptr %arg.stamp, i64 %.174.epil
  store i64 %arg.mark, ptr %.188.epil, align 8
  %.191.epil = add nsw i64 %wanted.2.0197.epil.init, 1
  br label %B144

B144:                                             ; preds = %B118.epil, %B76.epil.preheader, %B144.unr-lcssa
  %wanted.3.1.lcssa = phi i64 [ %wanted.3.1.1, %B144.unr-lcssa ], [ %.191.epil, %B118.epil ], [ %wanted.2.0197.epil.init, %B76.epil.preheader ]
  %first.3.1.lcssa = phi i64 [ %first.3.1.1, %B144.unr-lcssa ], [ %.174.epil, %B118.epil ], [ %first.2.0198.epil.init, %B76.epil.preheader ]
  %.220 = icmp slt i64 %wanted.3.1.lcssa, 2
  br i1 %.220, label %common.ret, label %B160

common.ret:                                       ; preds = %B474, %B408, %B144, %B0.endif
  %.sink = phi i64 [ 1, %B408 ], [ 0, %B0.endif ], [ %wanted.3.1.lcssa, %B144 ], [ 0, %B474 ]
  store i64 %.sink, ptr %retptr, align 8
  ret i32 0

B160:                                             ; preds = %B144
  store i64 %first.3.1.lcssa, ptr %arg.queue, align 8
  %.253 = add nsw i64 %arg.mark, 1
  %.256 = getelementptr i64, ptr %arg.stamp, i64 %first.3.1.lcssa
  store i64 %.253, ptr %.256, align 8
  br label %B210.endif

B300:                                             ; preds = %B300.preheader, %B472
  %lsr.iv11 = phi ptr [ %scevgep, %B300.preheader ], [ %scevgep12, %B472 ]
  %lsr.iv = phi i64 [ %4, %B300.preheader ], [ %lsr.iv.next, %B472 ]
  %met.2.1208 = phi i64 [ %met.5.0, %B300.preheader ], [ %met.3.2, %B472 ]
  %n.2.1207 = phi i64 [ %n.4.0, %B300.preheader ], [ %n.3.2, %B472 ]
  %.427 = load i64, ptr %lsr.iv11, align 8
  %.433 = getelementptr i64, ptr %arg.zone, i64 %.427
  %.434 = load i64, ptr %.433, align 8
  %.436 = icmp eq i64 %.434, %arg.z
  %.446 = icmp ne i64 %.427, %arg.v
  %or.cond = and i1 %.446, %.436
  br i1 %or.cond, label %B354, label %B472

B354:                                             ; preds = %B300
  %.456 = getelementptr i64, ptr %arg.stamp, i64 %.427
  %.457 = load i64, ptr %.456, align 8
  %.460.not = icmp eq i64 %.457, %.253
  br i1 %.460.not, label %B472, label %B384

B384:                                             ; preds = %B354
  %.475 = icmp eq i64 %.457, %arg.mark
  br i1 %.475, label %B408, label %B436

B408:                                             ; preds = %B384
  %.478 = add nsw i64 %met.2.1208, 1
  %.484 = icmp eq i64 %.478, %wanted.3.1.lcssa
  br i1 %.484, label %common.ret, label %B436

B436:                                             ; preds = %B408, %B384
  %met.4.3 = phi i64 [ %.478, %B408 ], [ %met.2.1208, %B384 ]
  %sunkaddr23 = shl i64 %.427, 3
  %sunkaddr24 = getelementptr i8, ptr %arg.stamp, i64 %sunkaddr23
  store i64 %.253, ptr %sunkaddr24, align 8
  %.532 = getelementptr i64, ptr %arg.queue, i64 %n.2.1207
  store i64 %.427, ptr %.532, align 8
  %.537 = add nsw i64 %n.2.1207, 1
  br label %B472

B472:                                             ; preds = %B436, %B354, %B300
  %n.3.2 = phi i64 [ %.537, %B436 ], [ %n.2.1207, %B354 ], [ %n.2.1207, %B300 ]
  %met.3.2 = phi i64 [ %met.4.3, %B436 ], [ %met.2.1208, %B354 ], [ %met.2.1208, %B300 ]
  %lsr.iv.next = add i64 %lsr.iv, -1
  %scevgep12 = getelementptr i8, ptr %lsr.iv11, i64 8
  %.379 = icmp ugt i64 %lsr.iv.next, 1
  br i1 %.379, label %B300, label %B474

B474:                                             ; preds = %B210.endif, %B472
  %n.2.1.lcssa = phi i64 [ %n.4.0, %B210.endif ], [ %n.3.2, %B472 ]
  %met.2.1.lcssa = phi i64 [ %met.5.0, %B210.endif ], [ %met.3.2, %B472 ]
  %.573 = icmp slt i64 %.287, %n.2.1.lcssa
  br i1 %.573, label %B210.endif, label %common.ret

B210.endif:                                       ; preds = %B474, %B160
  %n.4.0 = phi i64 [ 1, %B160 ], [ %n.2.1.lcssa, %B474 ]
  %met.5.0 = phi i64 [ 1, %B160 ], [ %met.2.1.lcssa, %B474 ]
  %i.2.0 = phi i64 [ 0, %B160 ], [ %.287, %B474 ]
  %.284 = getelementptr i64, ptr %arg.queue, i64 %i.2.0
  %.285 = load i64, ptr %.284, align 8
  %.287 = add nuw nsw i64 %i.2.0, 1
  %.294 = getelementptr i64, ptr %arg.start, i64 %.285
  %.295 = load i64, ptr %.294, align 8
  %.298 = getelementptr i8, ptr %.294, i64 8
  %.299 = load i64, ptr %.298, align 8
  %.336 = sub i64 %.299, %.295
  %.379204.not = icmp slt i64 %.336, 1
  br i1 %.379204.not, label %B474, label %B300.preheader

B300.preheader:                                   ; preds = %B210.endif
  %4 = add nuw i64 %.336, 1
  %5 = shl i64 %.295, 3
  %scevgep = getelementptr i8, ptr %arg.near, i64 %5
  br label %B300
}

define linkonce_odr i32 @_ZN6zoning10boundaries7kernels16zone_sums_source7badnessB3v23B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAE10float64_2a24Literal_5bint_5d_2811_2910float64_2a(ptr %retptr, ptr %excinfo, ptr %arg.z, i64 %arg.at, ptr %arg.rule) {
B0:
  %.15 = getelementptr i8, ptr %arg.z, i64 88
  %.16 = load double, ptr %.15, align 8
  %.22 = load double, ptr %arg.rule, align 8
  %.27 = getelementptr i8, ptr %arg.rule, i64 72
  %.28 = load double, ptr %.27, align 8
  %.43 = getelementptr i8, ptr %arg.z, i64 168
  %.44 = load double, ptr %.43, align 8
  %.45 = fcmp ogt double %.44, 0.000000e+00
  br i1 %.45, label %B104, label %B220

B104:                                             ; preds = %B0
  %.35 = getelementptr i8, ptr %arg.z, i64 160
  %.36 = load double, ptr %.35, align 8
  %.49 = fsub double %.16, %.36
  %.58 = fdiv double %.49, %.22
  %.65 = getelementptr i8, ptr %arg.rule, i64 24
  %.66 = load double, ptr %.65, align 8
  %.72 = fadd double %.44, -1.000000e+00
  %.73 = fmul double %.72, %.66
  %.75 = fadd double %.28, %.73
  %.86 = fcmp ogt double %.58, 0.000000e+00
  br i1 %.86, label %B184, label %B718

B184:                                             ; preds = %B104
  %.92 = fadd double %.58, 2.000000e+00
  %.95 = fmul double %.66, %.92
  %.97 = fadd double %.75, %.95
  br label %B718

B220:                                             ; preds = %B0
  %.118 = fsub double %.16, %.22
  %.127 = fcmp olt double %.118, 0.000000e+00
  %.130 = fneg double %.118
  %off.3.0 = select i1 %.127, double %.130, double %.118
  %.143 = fdiv double %off.3.0, %.22
  %.147 = getelementptr i8, ptr %arg.rule, i64 32
  %.148 = load double, ptr %.147, align 8
  %.149 = fmul double %.143, %.148
  %.151 = getelementptr i8, ptr %arg.rule, i64 40
  %.152 = load double, ptr %.151, align 8
  %.153 = fmul double %.143, %.152
  %.154 = fmul double %.143, %.153
  %.155 = fadd double %.149, %.154
  %.157 = fadd double %.28, %.155
  %.164 = getelementptr i8, ptr %arg.rule, i64 8
  %.165 = load double, ptr %.164, align 8
  %.167 = fcmp olt double %.16, %.165
  br i1 %.167, label %B340, label %B400

B340:                                             ; preds = %B220
  %.170 = getelementptr i8, ptr %arg.rule, i64 24
  %.171 = load double, ptr %.170, align 8
  %.176 = fsub double %.165, %.16
  %.183 = fdiv double %.176, %.22
  %.186 = fadd double %.183, 1.000000e+00
  %.187 = fmul double %.186, %.171
  %.189 = fadd double %.157, %.187
  br label %B482

B400:                                             ; preds = %B220
  %.200 = getelementptr i8, ptr %arg.rule, i64 16
  %.201 = load double, ptr %.200, align 8
  %.203 = fcmp ogt double %.16, %.201
  br i1 %.203, label %B424, label %B482

B424:                                             ; preds = %B400
  %.206 = getelementptr i8, ptr %arg.rule, i64 24
  %.207 = load double, ptr %.206, align 8
  %.212 = fsub double %.16, %.201
  %.219 = fdiv double %.212, %.22
  %.222 = fadd double %.219, 1.000000e+00
  %.223 = fmul double %.222, %.207
  %.225 = fadd double %.157, %.223
  br label %B482

B482:                                             ; preds = %B424, %B400, %B340
  %bad.11.1 = phi double [ %.189, %B340 ], [ %.225, %B424 ], [ %.157, %B400 ]
  %.241 = getelementptr i8, ptr %arg.rule, i64 80
  %.242 = load double, ptr %.241, align 8
  %.243 = fcmp ogt double %.242, 0.000000e+00
  br i1 %.243, label %B506, label %B718

B506:                                             ; preds = %B482
  %.250 = getelementptr i8, ptr %arg.z, i64 96
  %.251 = load double, ptr %.250, align 8
  %.256 = getelementptr i8, ptr %arg.rule, i64 88
  %.257 = load double, ptr %.256, align 8
  %.259 = fcmp olt double %.251, %.257
  br i1 %.259, label %B552.endif, label %B624

B624:                                             ; preds = %B506
  %.291 = getelementptr i8, ptr %arg.rule, i64 96
  %.292 = load double, ptr %.291, align 8
  %.294 = fcmp ogt double %.251, %.292
  br i1 %.294, label %B648.endif, label %B718

B718:                                             ; preds = %B648.endif, %B552.endif, %B624, %B482, %B184, %B104
  %bad.12.0 = phi double [ %bad.11.1, %B482 ], [ %.281, %B552.endif ], [ %.316, %B648.endif ], [ %bad.11.1, %B624 ], [ %.97, %B184 ], [ %.75, %B104 ]
  %.333 = getelementptr i8, ptr %arg.z, i64 112
  %.334 = load double, ptr %.333, align 8
  %.339 = fcmp ogt double %.334, 0.000000e+00
  br i1 %.339, label %B752, label %B884

B752:                                             ; preds = %B718
  %.344 = getelementptr i8, ptr %arg.z, i64 104
  %.345 = load double, ptr %.344, align 8
  %.346 = fmul double %.345, 0x402921FB54442D18
  %.349 = fmul double %.334, %.334
  %.355 = fdiv double %.346, %.349
  %.360 = getelementptr i8, ptr %arg.rule, i64 48
  %.361 = load double, ptr %.360, align 8
  %.363 = fsub double 1.000000e+00, %.355
  %.364 = fmul double %.361, %.363
  %.366 = fadd double %bad.12.0, %.364
  %.376 = fcmp olt double %.355, 4.000000e-01
  br i1 %.376, label %B838, label %B884

B838:                                             ; preds = %B752
  %.379 = getelementptr i8, ptr %arg.rule, i64 112
  %.380 = load double, ptr %.379, align 8
  %.382 = fsub double 4.000000e-01, %.355
  %.383 = fmul double %.382, %.380
  %.388 = fmul double %.382, %.383
  %.390 = fadd double %.366, %.388
  br label %B884

B884:                                             ; preds = %B838, %B752, %B718
  %bad.14.0 = phi double [ %.390, %B838 ], [ %.366, %B752 ], [ %bad.12.0, %B718 ]
  %.405 = getelementptr i8, ptr %arg.rule, i64 56
  %.406 = load double, ptr %.405, align 8
  %.410 = getelementptr i8, ptr %arg.z, i64 120
  %.411 = load double, ptr %.410, align 8
  %.412 = fmul double %.406, %.411
  %.414 = fadd double %bad.14.0, %.412
  %.427 = getelementptr i8, ptr %arg.z, i64 128
  %.428 = load double, ptr %.427, align 8
  %.433 = fcmp ogt double %.428, 0.000000e+00
  br i1 %.433, label %B964.endif.endif.endif, label %B1138

B1084:                                            ; preds = %B964.endif.endif.endif
  %.485 = getelementptr i8, ptr %arg.rule, i64 64
  %.486 = load double, ptr %.485, align 8
  %.490 = tail call double @llvm.sqrt.f64(double %.477)
  %.493 = fmul double %.486, %.490
  %.495 = fadd double %.414, %.493
  br label %B1138

B1138:                                            ; preds = %B964.endif.endif.endif, %B1084, %B884
  %bad.1.2.0 = phi double [ %.495, %B1084 ], [ %.414, %B964.endif.endif.endif ], [ %.414, %B884 ]
  store double %bad.1.2.0, ptr %retptr, align 8
  ret i32 0

B552.endif:                                       ; preds = %B506
  %.262 = getelementptr i8, ptr %arg.rule, i64 24
  %.263 = load double, ptr %.262, align 8
  %.268 = fsub double %.257, %.251
  %.277 = fdiv double %.268, %.242
  %.278 = fadd double %.277, 1.000000e+00
  %.279 = fmul double %.278, %.263
  %.281 = fadd double %bad.11.1, %.279
  br label %B718

B648.endif:                                       ; preds = %B624
  %.297 = getelementptr i8, ptr %arg.rule, i64 24
  %.298 = load double, ptr %.297, align 8
  %.303 = fsub double %.251, %.292
  %.312 = fdiv double %.303, %.242
  %.313 = fadd double %.312, 1.000000e+00
  %.314 = fmul double %.313, %.298
  %.316 = fadd double %bad.11.1, %.314
  br label %B718

B964.endif.endif.endif:                           ; preds = %B884
  %.441 = getelementptr i8, ptr %arg.z, i64 136
  %.442 = load double, ptr %.441, align 8
  %.447 = fdiv double %.442, %.428
  %.451 = getelementptr i8, ptr %arg.z, i64 144
  %.452 = load double, ptr %.451, align 8
  %.457 = fdiv double %.452, %.428
  %.463 = getelementptr i8, ptr %arg.z, i64 152
  %.464 = load double, ptr %.463, align 8
  %.471 = fdiv double %.464, %.428
  %.474 = fmul double %.447, %.447
  %.475 = fsub double %.471, %.474
  %.476 = fmul double %.457, %.457
  %.477 = fsub double %.475, %.476
  %.482 = fcmp ogt double %.477, 0.000000e+00
  br i1 %.482, label %B1084, label %B1138
}

define i32 @zoning_tighten(ptr %retptr, ptr %excinfo, i64 %arg.n, i64 %arg.passes, ptr %arg.xy, ptr %arg.start, ptr %arg.after, ptr %arg.wall, ptr %arg.wall_from, ptr %arg.near, ptr %arg.near_from, ptr %arg.settled, ptr %arg.line) {
B0.endif:
  %.423 = alloca i64, align 8
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.787 = alloca i64, align 8
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.960 = alloca i64, align 8
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.78 = icmp sgt i64 %arg.n, 0
  br i1 %.78, label %B42.endif.preheader, label %B1254

B42.endif.preheader:                              ; preds = %B0.endif
  br label %B42.endif

B102:                                             ; preds = %B962.endif, %B102.lr.ph, %B1042
  %.250402424 = phi i64 [ %.170, %B102.lr.ph ], [ %.260, %B1042 ], [ %.260, %B962.endif ]
  %.260 = add nsw i64 %.250402424, -1
  %sunkaddr = mul i64 %.129436456, 8
  %sunkaddr199 = getelementptr i8, ptr %arg.start, i64 %sunkaddr
  %.295 = load i64, ptr %sunkaddr199, align 8
  %.300 = getelementptr i64, ptr %arg.after, i64 %.295
  %.301 = load i64, ptr %.300, align 8
  %.311390 = icmp sgt i64 %.301, -1
  br i1 %.311390, label %B154.preheader, label %B962

B154.preheader:                                   ; preds = %B102
  %.33417 = getelementptr i64, ptr %arg.after, i64 %.301
  %.33518 = load i64, ptr %.33417, align 8
  %.33819 = icmp sgt i64 %.33518, -1
  br i1 %.33819, label %B180.outer.preheader, label %B962

B180.outer.preheader:                             ; preds = %B154.preheader
  br label %B180.outer

B180.outer:                                       ; preds = %B924.thread, %B464, %B180.outer.preheader
  %.348.ph = phi i64 [ %.33518, %B180.outer.preheader ], [ %.91331, %B924.thread ], [ %.335, %B464 ]
  %changed.5.4.ph = phi i1 [ true, %B180.outer.preheader ], [ false, %B924.thread ], [ false, %B464 ]
  %a.2.4.ph = phi i64 [ %.295, %B180.outer.preheader ], [ %v.6.4, %B924.thread ], [ %a.2.4, %B464 ]
  %v.6.4.ph = phi i64 [ %.301, %B180.outer.preheader ], [ %.348, %B924.thread ], [ %.348, %B464 ]
  br label %B180

B180:                                             ; preds = %B924, %B180.outer
  %.348 = phi i64 [ %.913, %B924 ], [ %.348.ph, %B180.outer ]
  %a.2.4 = phi i64 [ %v.6.4, %B924 ], [ %a.2.4.ph, %B180.outer ]
  %v.6.4 = phi i64 [ %.348, %B924 ], [ %v.6.4.ph, %B180.outer ]
  %.355.idx = shl i64 %a.2.4, 4
  %.355 = getelementptr i8, ptr %arg.xy, i64 %.355.idx
  %.356 = load double, ptr %.355, align 8
  %.364 = getelementptr i8, ptr %.355, i64 8
  %.365 = load double, ptr %.364, align 8
  %.372.idx = shl i64 %v.6.4, 4
  %.372 = getelementptr i8, ptr %arg.xy, i64 %.372.idx
  %.373 = load double, ptr %.372, align 8
  %.381 = getelementptr i8, ptr %.372, i64 8
  %.382 = load double, ptr %.381, align 8
  %.389.idx = shl i64 %.348, 4
  %.389 = getelementptr i8, ptr %arg.xy, i64 %.389.idx
  %.390 = load double, ptr %.389, align 8
  %.398 = getelementptr i8, ptr %.389, i64 8
  %.399 = load double, ptr %.398, align 8
  %.405 = fadd double %.356, %.390
  %.406 = fmul double %.405, 5.000000e-01
  %.409 = fadd double %.365, %.399
  %.410 = fmul double %.409, 5.000000e-01
  store i64 0, ptr %.423, align 8
  %.427 = call i32 @_ZN6zoning10boundaries7kernels12lines_source9free_moveB3v29B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExxxxdd10float64_2a8int64_2a8int64_2a10float64_2a8int64_2a8int64_2a8int64_2a(ptr %.423, ptr %excinfo.1, i64 %.129436456, i64 %a.2.4, i64 %v.6.4, i64 %.348, double %.406, double %.410, ptr %arg.xy, ptr %arg.after, ptr %arg.start, ptr %arg.wall, ptr %arg.wall_from, ptr %arg.near, ptr %arg.near_from)
  %cond = icmp eq i32 %.427, 0
  br i1 %cond, label %B180.endif, label %B180.if.if, !prof !28

B440:                                             ; preds = %B180.endif
  %.451 = fcmp oeq double %.356, %.390
  %.455 = fcmp oeq double %.365, %.399
  %or.cond = select i1 %.451, i1 %.455, i1 false
  br i1 %or.cond, label %B494, label %B464

B464:                                             ; preds = %B440
  %.347.le = getelementptr i64, ptr %arg.after, i64 %v.6.4
  %.477 = getelementptr i64, ptr %arg.after, i64 %a.2.4
  store i64 %.348, ptr %.477, align 8
  store i64 -2, ptr %.347.le, align 8
  %.334 = getelementptr i64, ptr %arg.after, i64 %.348
  %.335 = load i64, ptr %.334, align 8
  %.338 = icmp sgt i64 %.335, -1
  br i1 %.338, label %B180.outer, label %B1042

B494:                                             ; preds = %B180.endif, %B440
  %.497 = fsub double %.390, %.356
  %.505 = fsub double %.399, %.365
  %.513 = fmul double %.497, %.497
  %.516 = fmul double %.505, %.505
  %.517 = fadd double %.513, %.516
  %.525 = fcmp ogt double %.517, 0.000000e+00
  br i1 %.525, label %B552.endif, label %B624.endif.endif

B608:                                             ; preds = %B552.endif
  %.559 = fcmp ogt double %.544, 9.000000e-01
  br i1 %.559, label %B620, label %B624.endif.endif

B620:                                             ; preds = %B608
  br label %B624.endif.endif

B752:                                             ; preds = %B624.endif.endif
  %.759 = fmul double %.578, 9.000000e-01
  %.761 = fadd double %.373, %.759
  %.767 = fmul double %.594, 9.000000e-01
  %.769 = fadd double %.382, %.767
  store i64 0, ptr %.787, align 8
  %.791 = call i32 @_ZN6zoning10boundaries7kernels12lines_source9free_moveB3v29B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExxxxdd10float64_2a8int64_2a8int64_2a10float64_2a8int64_2a8int64_2a8int64_2a(ptr %.787, ptr %excinfo.2, i64 %.129436456, i64 %a.2.4, i64 %v.6.4, i64 %.348, double %.761, double %.769, ptr %arg.xy, ptr %arg.after, ptr %arg.start, ptr %arg.wall, ptr %arg.wall_from, ptr %arg.near, ptr %arg.near_from)
  %cond37 = icmp eq i32 %.791, 0
  br i1 %cond37, label %B752.endif, label %B752.if.if, !prof !28

B892:                                             ; preds = %B752.endif
  %.734.1 = fmul double %.733, 2.025000e-01
  %.735.1 = fcmp olt double %.734.1, 2.500000e-03
  br i1 %.735.1, label %B924, label %B752.1

B752.1:                                           ; preds = %B892
  %.759.1 = fmul double %.578, 4.500000e-01
  %.761.1 = fadd double %.373, %.759.1
  %.767.1 = fmul double %.594, 4.500000e-01
  %.769.1 = fadd double %.382, %.767.1
  store i64 0, ptr %.787, align 8
  %.791.1 = call i32 @_ZN6zoning10boundaries7kernels12lines_source9free_moveB3v29B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExxxxdd10float64_2a8int64_2a8int64_2a10float64_2a8int64_2a8int64_2a8int64_2a(ptr %.787, ptr %excinfo.2, i64 %.129436456, i64 %a.2.4, i64 %v.6.4, i64 %.348, double %.761.1, double %.769.1, ptr %arg.xy, ptr %arg.after, ptr %arg.start, ptr %arg.wall, ptr %arg.wall_from, ptr %arg.near, ptr %arg.near_from)
  %cond38 = icmp eq i32 %.791.1, 0
  br i1 %cond38, label %B752.endif.1, label %B752.if.if, !prof !28

B752.endif.1:                                     ; preds = %B752.1
  %.801.1 = load i64, ptr %.787, align 8
  %.811.1 = icmp eq i64 %.801.1, 1
  br i1 %.811.1, label %B924.thread, label %B892.1

B892.1:                                           ; preds = %B752.endif.1
  %.734.2 = fmul double %.733, 5.062500e-02
  %.735.2 = fcmp olt double %.734.2, 2.500000e-03
  br i1 %.735.2, label %B924, label %B752.2

B752.2:                                           ; preds = %B892.1
  %.759.2 = fmul double %.578, 2.250000e-01
  %.761.2 = fadd double %.373, %.759.2
  %.767.2 = fmul double %.594, 2.250000e-01
  %.769.2 = fadd double %.382, %.767.2
  store i64 0, ptr %.787, align 8
  %.791.2 = call i32 @_ZN6zoning10boundaries7kernels12lines_source9free_moveB3v29B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExxxxdd10float64_2a8int64_2a8int64_2a10float64_2a8int64_2a8int64_2a8int64_2a(ptr %.787, ptr %excinfo.2, i64 %.129436456, i64 %a.2.4, i64 %v.6.4, i64 %.348, double %.761.2, double %.769.2, ptr %arg.xy, ptr %arg.after, ptr %arg.start, ptr %arg.wall, ptr %arg.wall_from, ptr %arg.near, ptr %arg.near_from)
  %cond39 = icmp eq i32 %.791.2, 0
  br i1 %cond39, label %B752.endif.2, label %B752.if.if, !prof !28

B752.endif.2:                                     ; preds = %B752.2
  %.801.2 = load i64, ptr %.787, align 8
  %.811.2 = icmp eq i64 %.801.2, 1
  br i1 %.811.2, label %B924.thread, label %B892.2

B892.2:                                           ; preds = %B752.endif.2
  %.734.3 = fmul double %.733, 0x3F89EB851EB851EC
  %.735.3 = fcmp olt double %.734.3, 2.500000e-03
  br i1 %.735.3, label %B924, label %B752.3

B752.3:                                           ; preds = %B892.2
  %.759.3 = fmul double %.578, 1.125000e-01
  %.761.3 = fadd double %.373, %.759.3
  %.767.3 = fmul double %.594, 1.125000e-01
  %.769.3 = fadd double %.382, %.767.3
  store i64 0, ptr %.787, align 8
  %.791.3 = call i32 @_ZN6zoning10boundaries7kernels12lines_source9free_moveB3v29B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExxxxdd10float64_2a8int64_2a8int64_2a10float64_2a8int64_2a8int64_2a8int64_2a(ptr %.787, ptr %excinfo.2, i64 %.129436456, i64 %a.2.4, i64 %v.6.4, i64 %.348, double %.761.3, double %.769.3, ptr %arg.xy, ptr %arg.after, ptr %arg.start, ptr %arg.wall, ptr %arg.wall_from, ptr %arg.near, ptr %arg.near_from)
  %cond40 = icmp eq i32 %.791.3, 0
  br i1 %cond40, label %B752.endif.3, label %B752.if.if, !prof !28

B752.endif.3:                                     ; preds = %B752.3
  %.801.3 = load i64, ptr %.787, align 8
  %.811.3 = icmp eq i64 %.801.3, 1
  br i1 %.811.3, label %B924.thread, label %B892.3

B892.3:                                           ; preds = %B752.endif.3
  %.734.4 = fmul double %.733, 0x3F69EB851EB851EC
  %.735.4 = fcmp olt double %.734.4, 2.500000e-03
  br i1 %.735.4, label %B924, label %B752.4

B752.4:                                           ; preds = %B892.3
  %.759.4 = fmul double %.578, 5.625000e-02
  %.761.4 = fadd double %.373, %.759.4
  %.767.4 = fmul double %.594, 5.625000e-02
  %.769.4 = fadd double %.382, %.767.4
  store i64 0, ptr %.787, align 8
  %.791.4 = call i32 @_ZN6zoning10boundaries7kernels12lines_source9free_moveB3v29B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExxxxdd10float64_2a8int64_2a8int64_2a10float64_2a8int64_2a8int64_2a8int64_2a(ptr %.787, ptr %excinfo.2, i64 %.129436456, i64 %a.2.4, i64 %v.6.4, i64 %.348, double %.761.4, double %.769.4, ptr %arg.xy, ptr %arg.after, ptr %arg.start, ptr %arg.wall, ptr %arg.wall_from, ptr %arg.near, ptr %arg.near_from)
  %cond41 = icmp eq i32 %.791.4, 0
  br i1 %cond41, label %B752.endif.4, label %B752.if.if, !prof !28

B752.endif.4:                                     ; preds = %B752.4
  %.801.4 = load i64, ptr %.787, align 8
  %.811.4 = icmp eq i64 %.801.4, 1
  br i1 %.811.4, label %B924.thread, label %B924

B924:                                             ; preds = %B624.endif.endif, %B752.endif.4, %B892.3, %B892.2, %B892.1, %B892
  %.912 = getelementptr i64, ptr %arg.after, i64 %.348
  %.913 = load i64, ptr %.912, align 8
  %.916 = icmp sgt i64 %.913, -1
  br i1 %.916, label %B180, label %B950

B924.thread:                                      ; preds = %B752.endif, %B752.endif.4, %B752.endif.3, %B752.endif.2, %B752.endif.1
  %.761.lcssa485 = phi double [ %.761, %B752.endif ], [ %.761.1, %B752.endif.1 ], [ %.761.2, %B752.endif.2 ], [ %.761.3, %B752.endif.3 ], [ %.761.4, %B752.endif.4 ]
  %.769.lcssa484 = phi double [ %.769, %B752.endif ], [ %.769.1, %B752.endif.1 ], [ %.769.2, %B752.endif.2 ], [ %.769.3, %B752.endif.3 ], [ %.769.4, %B752.endif.4 ]
  %sunkaddr200 = getelementptr i8, ptr %arg.xy, i64 %.372.idx
  store double %.761.lcssa485, ptr %sunkaddr200, align 8
  %sunkaddr201 = getelementptr i8, ptr %arg.xy, i64 %.372.idx
  %sunkaddr202 = getelementptr i8, ptr %sunkaddr201, i64 8
  store double %.769.lcssa484, ptr %sunkaddr202, align 8
  %.91230 = getelementptr i64, ptr %arg.after, i64 %.348
  %.91331 = load i64, ptr %.91230, align 8
  %.91632 = icmp sgt i64 %.91331, -1
  br i1 %.91632, label %B180.outer, label %B1042

B950:                                             ; preds = %B924
  br i1 %changed.5.4.ph, label %B962, label %B1042

B962:                                             ; preds = %B950, %B154.preheader, %B102
  %sunkaddr203 = mul i64 %.129436456, 8
  %sunkaddr204 = getelementptr i8, ptr %arg.start, i64 %sunkaddr203
  %sunkaddr205 = getelementptr i8, ptr %sunkaddr204, i64 8
  %.951 = load i64, ptr %sunkaddr205, align 8
  store i64 0, ptr %.960, align 8
  %.964 = call i32 @_ZN6zoning10boundaries7kernels12lines_source11cut_cornersB3v40B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx10float64_2a8int64_2a8int64_2a10float64_2a8int64_2a8int64_2a8int64_2a(ptr %.960, ptr %excinfo.3, i64 %.129436456, i64 %.951, ptr %arg.xy, ptr %arg.start, ptr %arg.after, ptr %arg.wall, ptr %arg.wall_from, ptr %arg.near, ptr %arg.near_from)
  %cond36 = icmp eq i32 %.964, 0
  br i1 %cond36, label %B962.endif, label %B962.if.if, !prof !28

B1042:                                            ; preds = %B950, %B924.thread, %B464
  %.251.old = icmp sgt i64 %.250402424, 1
  br i1 %.251.old, label %B102, label %B1046

B1046:                                            ; preds = %B962.endif, %B42.endif, %B1042
  %exitcond.not = icmp eq i64 %arg.n, %.136
  br i1 %exitcond.not, label %B1082.preheader, label %B42.endif

B1082.preheader:                                  ; preds = %B1046
  br label %B1082

B1080.loopexit:                                   ; preds = %B1238.preheader, %B1186.endif
  %exitcond539.not = icmp eq i64 %arg.n, %.1118
  br i1 %exitcond539.not, label %B1254, label %B1082

B1082:                                            ; preds = %B1080.loopexit, %B1082.preheader
  %left.3.0476 = phi i64 [ %left.4.2, %B1080.loopexit ], [ 0, %B1082.preheader ]
  %.1111470474 = phi i64 [ %.1118, %B1080.loopexit ], [ 0, %B1082.preheader ]
  %.1118 = add nuw nsw i64 %.1111470474, 1
  %.1158 = getelementptr i64, ptr %arg.start, i64 %.1111470474
  %.1159 = load i64, ptr %.1158, align 8
  %.1173 = icmp sgt i64 %.1159, -1
  br i1 %.1173, label %B1128.preheader, label %B1186.endif

B1128.preheader:                                  ; preds = %B1082
  br label %B1128

B1128:                                            ; preds = %B1128, %B1128.preheader
  %left.2.1 = phi i64 [ %.1187, %B1128 ], [ %left.3.0476, %B1128.preheader ]
  %i.2.1 = phi i64 [ %.1181, %B1128 ], [ %.1159, %B1128.preheader ]
  %v.7.1 = phi i64 [ %.1195, %B1128 ], [ %.1159, %B1128.preheader ]
  %0 = shl i64 %i.2.1, 3
  %scevgep198 = getelementptr i8, ptr %arg.line, i64 %0
  store i64 %v.7.1, ptr %scevgep198, align 8
  %.1181 = add i64 %i.2.1, 1
  %.1187 = add i64 %left.2.1, 1
  %.1194 = getelementptr i64, ptr %arg.after, i64 %v.7.1
  %.1195 = load i64, ptr %.1194, align 8
  %.1198 = icmp sgt i64 %.1195, -1
  br i1 %.1198, label %B1128, label %B1186.endif

common.ret:                                       ; preds = %B962.if.if, %B752.if.if, %B180.if.if, %B1254
  %common.ret.op = phi i32 [ 0, %B1254 ], [ %.427, %B180.if.if ], [ %.791.lcssa, %B752.if.if ], [ %.964, %B962.if.if ]
  ret i32 %common.ret.op

B1254:                                            ; preds = %B1080.loopexit, %B0.endif
  %left.3.0.lcssa = phi i64 [ 0, %B0.endif ], [ %left.4.2, %B1080.loopexit ]
  store i64 %left.3.0.lcssa, ptr %retptr, align 8
  br label %common.ret

B42.endif:                                        ; preds = %B1046, %B42.endif.preheader
  %.129436456 = phi i64 [ %.136, %B1046 ], [ 0, %B42.endif.preheader ]
  %.136 = add nuw nsw i64 %.129436456, 1
  %.166 = getelementptr i64, ptr %arg.settled, i64 %.129436456
  %.167 = load i64, ptr %.166, align 8
  %.168 = sub nsw i64 1, %.167
  %.170 = mul nsw i64 %.168, %arg.passes
  %.251420.not = icmp slt i64 %.170, 1
  br i1 %.251420.not, label %B1046, label %B102.lr.ph

B102.lr.ph:                                       ; preds = %B42.endif
  br label %B102

B180.endif:                                       ; preds = %B180
  %.437 = load i64, ptr %.423, align 8
  %.447 = icmp eq i64 %.437, 1
  br i1 %.447, label %B440, label %B494

B180.if.if:                                       ; preds = %B180
  %.435 = icmp sgt i32 %.427, 0
  %.428 = load ptr, ptr %excinfo.1, align 8
  %.436 = select i1 %.435, ptr %.428, ptr undef
  store ptr %.436, ptr %excinfo, align 8
  br label %common.ret

B552.endif:                                       ; preds = %B494
  %.531 = fsub double %.373, %.356
  %.533 = fmul double %.531, %.497
  %.536 = fsub double %.382, %.365
  %.538 = fmul double %.536, %.505
  %.539 = fadd double %.533, %.538
  %.544 = fdiv double %.539, %.517
  %.550 = fcmp olt double %.544, 1.000000e-01
  br i1 %.550, label %B624.endif.endif, label %B608

B624.endif.endif:                                 ; preds = %B552.endif, %B620, %B608, %B494
  %t.5.5 = phi double [ 9.000000e-01, %B620 ], [ %.544, %B608 ], [ 5.000000e-01, %B494 ], [ 1.000000e-01, %B552.endif ]
  %.570 = fmul double %.497, %t.5.5
  %.574 = fadd double %.356, %.570
  %.578 = fsub double %.574, %.373
  %.584 = fmul double %.505, %t.5.5
  %.590 = fadd double %.365, %.584
  %.594 = fsub double %.590, %.382
  %.729 = fmul double %.578, %.578
  %.732 = fmul double %.594, %.594
  %.733 = fadd double %.729, %.732
  %.734 = fmul double %.733, 8.100000e-01
  %.735 = fcmp olt double %.734, 2.500000e-03
  br i1 %.735, label %B924, label %B752

B752.endif:                                       ; preds = %B752
  %.801 = load i64, ptr %.787, align 8
  %.811 = icmp eq i64 %.801, 1
  br i1 %.811, label %B924.thread, label %B892

B752.if.if:                                       ; preds = %B752.4, %B752.3, %B752.2, %B752.1, %B752
  %.791.lcssa = phi i32 [ %.791, %B752 ], [ %.791.1, %B752.1 ], [ %.791.2, %B752.2 ], [ %.791.3, %B752.3 ], [ %.791.4, %B752.4 ]
  %.799 = icmp sgt i32 %.791.lcssa, 0
  %.792 = load ptr, ptr %excinfo.2, align 8
  %.800 = select i1 %.799, ptr %.792, ptr undef
  store ptr %.800, ptr %excinfo, align 8
  br label %common.ret

B962.endif:                                       ; preds = %B962
  %.974 = load i64, ptr %.960, align 8
  %.984 = icmp ne i64 %.974, 0
  %.251 = icmp sgt i64 %.250402424, 1
  %or.cond481 = select i1 %.984, i1 %.251, i1 false
  br i1 %or.cond481, label %B102, label %B1046

B962.if.if:                                       ; preds = %B962
  %.972 = icmp sgt i32 %.964, 0
  %.965 = load ptr, ptr %excinfo.3, align 8
  %.973 = select i1 %.972, ptr %.965, ptr undef
  store ptr %.973, ptr %excinfo, align 8
  br label %common.ret

B1186.endif:                                      ; preds = %B1128, %B1082
  %left.4.2 = phi i64 [ %left.3.0476, %B1082 ], [ %.1187, %B1128 ]
  %i.3.2 = phi i64 [ %.1159, %B1082 ], [ %.1181, %B1128 ]
  %sunkaddr206 = mul i64 %.1111470474, 8
  %sunkaddr207 = getelementptr i8, ptr %arg.start, i64 %sunkaddr206
  %sunkaddr208 = getelementptr i8, ptr %sunkaddr207, i64 8
  %.1212 = load i64, ptr %sunkaddr208, align 8
  %.1252 = sub i64 %.1212, %i.3.2
  %.1295465.not = icmp slt i64 %.1252, 1
  br i1 %.1295465.not, label %B1080.loopexit, label %B1238.preheader

B1238.preheader:                                  ; preds = %B1186.endif
  %1 = shl i64 %i.3.2, 3
  %scevgep = getelementptr i8, ptr %arg.line, i64 %1
  %2 = shl nuw i64 %.1252, 3
  tail call void @llvm.memset.p0.i64(ptr align 8 %scevgep, i8 -1, i64 %2, i1 false)
  br label %B1080.loopexit
}

define linkonce_odr i32 @_ZN6zoning10boundaries7kernels12lines_source9free_moveB3v29B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExxxxdd10float64_2a8int64_2a8int64_2a10float64_2a8int64_2a8int64_2a8int64_2a(ptr %retptr, ptr %excinfo, i64 %arg.k, i64 %arg.a, i64 %arg.v, i64 %arg.b, double %arg.wx, double %arg.wy, ptr %arg.xy, ptr %arg.after, ptr %arg.start, ptr %arg.wall, ptr %arg.wall_from, ptr %arg.near, ptr %arg.near_from) {
B0.endif:
  %.271 = alloca i64, align 8
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.537 = alloca i64, align 8
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.42.idx = shl i64 %arg.a, 4
  %.42 = getelementptr i8, ptr %arg.xy, i64 %.42.idx
  %.43 = load double, ptr %.42, align 8
  %.51 = getelementptr i8, ptr %.42, i64 8
  %.52 = load double, ptr %.51, align 8
  %.59.idx = shl i64 %arg.v, 4
  %.59 = getelementptr i8, ptr %arg.xy, i64 %.59.idx
  %.60 = load double, ptr %.59, align 8
  %.68 = getelementptr i8, ptr %.59, i64 8
  %.69 = load double, ptr %.68, align 8
  %.75.idx = shl i64 %arg.b, 4
  %.75 = getelementptr i8, ptr %arg.xy, i64 %.75.idx
  %.76 = load double, ptr %.75, align 8
  %.83 = getelementptr i8, ptr %.75, i64 8
  %.84 = load double, ptr %.83, align 8
  %.89 = getelementptr i64, ptr %arg.wall_from, i64 %arg.k
  %.90 = load i64, ptr %.89, align 8
  %.93 = getelementptr i8, ptr %.89, i64 8
  %.94 = load i64, ptr %.93, align 8
  %.131 = sub i64 %.94, %.90
  %..131 = tail call i64 @llvm.smax.i64(i64 %.131, i64 0)
  %0 = mul i64 %.90, 48
  %1 = getelementptr i8, ptr %arg.wall, i64 %0
  %scevgep = getelementptr i8, ptr %1, i64 40
  %2 = add nuw i64 %..131, 1
  br label %B216

B216:                                             ; preds = %B218.endif.endif, %B0.endif
  %lsr.iv24 = phi i64 [ %lsr.iv.next, %B218.endif.endif ], [ %2, %B0.endif ]
  %lsr.iv = phi ptr [ %scevgep18, %B218.endif.endif ], [ %scevgep, %B0.endif ]
  %scevgep18 = getelementptr i8, ptr %lsr.iv, i64 48
  %lsr.iv.next = add i64 %lsr.iv24, -1
  %.176 = icmp sgt i64 %lsr.iv.next, 0
  br i1 %.176, label %B218.endif, label %B430.endif

common.ret:                                       ; preds = %B588.if.if, %B218.endif.if.if, %B776, %B740, %B422
  %common.ret.op = phi i32 [ 0, %B422 ], [ 0, %B740 ], [ 0, %B776 ], [ %.541, %B588.if.if ], [ %.275, %B218.endif.if.if ]
  ret i32 %common.ret.op

B422:                                             ; preds = %B218.endif.endif
  store i64 0, ptr %retptr, align 8
  br label %common.ret

B494:                                             ; preds = %B494.preheader, %B774
  %.433130136 = phi i64 [ %.443, %B774 ], [ %.391, %B494.preheader ]
  %.440132135 = phi i64 [ %.447, %B774 ], [ %.345, %B494.preheader ]
  %.443 = add nsw i64 %.433130136, -1
  %.447 = add i64 %.440132135, 1
  %.473 = getelementptr i64, ptr %arg.near, i64 %.440132135
  %.474 = load i64, ptr %.473, align 8
  %.476 = getelementptr i64, ptr %arg.start, i64 %.474
  %.477 = load i64, ptr %.476, align 8
  %.482 = getelementptr i64, ptr %arg.after, i64 %.477
  %.483 = load i64, ptr %.482, align 8
  %.484 = icmp sgt i64 %.483, -1
  br i1 %.484, label %B548.preheader, label %B774

B548.preheader:                                   ; preds = %B494
  br label %B548

B548:                                             ; preds = %B746, %B548.preheader
  %.492 = phi i64 [ %.604, %B746 ], [ %.483, %B548.preheader ]
  %c.2.1 = phi i64 [ %.492, %B746 ], [ %.477, %B548.preheader ]
  %.498 = icmp ne i64 %c.2.1, %arg.a
  %.502 = icmp ne i64 %c.2.1, %arg.v
  %or.cond = and i1 %.498, %.502
  br i1 %or.cond, label %B588, label %B746

B588:                                             ; preds = %B548
  %.508.idx = shl i64 %c.2.1, 4
  %.508 = getelementptr i8, ptr %arg.xy, i64 %.508.idx
  %.509 = load double, ptr %.508, align 8
  %.516 = getelementptr i8, ptr %.508, i64 8
  %.517 = load double, ptr %.516, align 8
  %.521.idx = shl i64 %.492, 4
  %.521 = getelementptr i8, ptr %arg.xy, i64 %.521.idx
  %.522 = load double, ptr %.521, align 8
  %.527 = getelementptr i8, ptr %.521, i64 8
  %.528 = load double, ptr %.527, align 8
  store i64 0, ptr %.537, align 8
  %.541 = call i32 @_ZN6zoning10boundaries7kernels12lines_source6allowsB3v39B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEddddd23Literal_5bint_5d_281_29dddddddd(ptr %.537, ptr %excinfo.3, double %.509, double %.517, double %.522, double %.528, double 5.000000e-01, i64 1, double %.43, double %.52, double %.60, double %.69, double %.76, double %.84, double %arg.wx, double %arg.wy)
  %cond5 = icmp eq i32 %.541, 0
  br i1 %cond5, label %B588.endif, label %B588.if.if, !prof !28

B740:                                             ; preds = %B588.endif
  store i64 0, ptr %retptr, align 8
  br label %common.ret

B746:                                             ; preds = %B588.endif, %B548
  %.603 = getelementptr i64, ptr %arg.after, i64 %.492
  %.604 = load i64, ptr %.603, align 8
  %.605 = icmp sgt i64 %.604, -1
  br i1 %.605, label %B548, label %B774

B774:                                             ; preds = %B746, %B494
  %.434 = icmp sgt i64 %.433130136, 1
  br i1 %.434, label %B494, label %B776

B776:                                             ; preds = %B430.endif, %B774
  store i64 1, ptr %retptr, align 8
  br label %common.ret

B218.endif:                                       ; preds = %B216
  %scevgep19 = getelementptr i8, ptr %lsr.iv, i64 -40
  %.218 = load double, ptr %scevgep19, align 8
  %scevgep20 = getelementptr i8, ptr %lsr.iv, i64 -32
  %.222 = load double, ptr %scevgep20, align 8
  %scevgep21 = getelementptr i8, ptr %lsr.iv, i64 -24
  %.226 = load double, ptr %scevgep21, align 8
  %scevgep22 = getelementptr i8, ptr %lsr.iv, i64 -16
  %.230 = load double, ptr %scevgep22, align 8
  %scevgep23 = getelementptr i8, ptr %lsr.iv, i64 -8
  %.234 = load double, ptr %scevgep23, align 8
  %.238 = load double, ptr %lsr.iv, align 8
  %.5.i = fptosi double %.238 to i64
  store i64 0, ptr %.271, align 8
  %.275 = call i32 @_ZN6zoning10boundaries7kernels12lines_source6allowsB3v31B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddxdddddddd(ptr %.271, ptr %excinfo.2, double %.218, double %.222, double %.226, double %.230, double %.234, i64 %.5.i, double %.43, double %.52, double %.60, double %.69, double %.76, double %.84, double %arg.wx, double %arg.wy)
  %cond = icmp eq i32 %.275, 0
  br i1 %cond, label %B218.endif.endif, label %B218.endif.if.if, !prof !28

B218.endif.endif:                                 ; preds = %B218.endif
  %.285 = load i64, ptr %.271, align 8
  %.295 = icmp eq i64 %.285, 0
  br i1 %.295, label %B422, label %B216

B218.endif.if.if:                                 ; preds = %B218.endif
  %.283 = icmp sgt i32 %.275, 0
  %.276 = load ptr, ptr %excinfo.2, align 8
  %.284 = select i1 %.283, ptr %.276, ptr undef
  store ptr %.284, ptr %excinfo, align 8
  br label %common.ret

B430.endif:                                       ; preds = %B216
  %.344 = getelementptr i64, ptr %arg.near_from, i64 %arg.k
  %.345 = load i64, ptr %.344, align 8
  %sunkaddr = shl i64 %arg.k, 3
  %sunkaddr25 = getelementptr i8, ptr %arg.near_from, i64 %sunkaddr
  %sunkaddr26 = getelementptr i8, ptr %sunkaddr25, i64 8
  %.352 = load i64, ptr %sunkaddr26, align 8
  %.391 = sub i64 %.352, %.345
  %.434134.not = icmp slt i64 %.391, 1
  br i1 %.434134.not, label %B776, label %B494.preheader

B494.preheader:                                   ; preds = %B430.endif
  br label %B494

B588.endif:                                       ; preds = %B588
  %.551 = load i64, ptr %.537, align 8
  %.561 = icmp eq i64 %.551, 0
  br i1 %.561, label %B740, label %B746

B588.if.if:                                       ; preds = %B588
  %.549 = icmp sgt i32 %.541, 0
  %.542 = load ptr, ptr %excinfo.3, align 8
  %.550 = select i1 %.549, ptr %.542, ptr undef
  store ptr %.550, ptr %excinfo, align 8
  br label %common.ret
}

define linkonce_odr i32 @_ZN6zoning10boundaries7kernels12lines_source11cut_cornersB3v40B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx10float64_2a8int64_2a8int64_2a10float64_2a8int64_2a8int64_2a8int64_2a(ptr %retptr, ptr %excinfo, i64 %arg.k, i64 %arg.end, ptr %arg.xy, ptr %arg.start, ptr %arg.after, ptr %arg.wall, ptr %arg.wall_from, ptr %arg.near, ptr %arg.near_from) {
B0:
  %.491 = alloca i64, align 8
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.39 = getelementptr i64, ptr %arg.start, i64 %arg.k
  %.40 = load i64, ptr %.39, align 8
  %.52 = getelementptr i64, ptr %arg.after, i64 %.40
  %.53 = load i64, ptr %.52, align 8
  %.58 = getelementptr i64, ptr %arg.after, i64 %.53
  %.59 = load i64, ptr %.58, align 8
  %.60 = icmp sgt i64 %.59, -1
  br i1 %.60, label %B82.preheader, label %B906

B82.preheader:                                    ; preds = %B0
  %0 = add i64 %arg.end, -1
  br label %B82

B82:                                              ; preds = %B872, %B82.preheader
  %.74 = phi i64 [ %.613, %B872 ], [ %.59, %B82.preheader ]
  %cuts.2.0 = phi i64 [ %cuts.3.2, %B872 ], [ 0, %B82.preheader ]
  %spare.2.0 = phi i64 [ %spare.3.1, %B872 ], [ %.40, %B82.preheader ]
  %a.2.0 = phi i64 [ %v.4.2, %B872 ], [ %.40, %B82.preheader ]
  %v.3.0 = phi i64 [ %.74, %B872 ], [ %.53, %B82.preheader ]
  %.80 = icmp slt i64 %spare.2.0, %arg.end
  br i1 %.80, label %B110, label %B180

B110:                                             ; preds = %B82
  %.91 = getelementptr i64, ptr %arg.after, i64 %spare.2.0
  %.92 = load i64, ptr %.91, align 8
  %.95.not = icmp eq i64 %.92, -2
  br i1 %.95.not, label %B180, label %B134.preheader

B134.preheader:                                   ; preds = %B110
  br label %B134

B134:                                             ; preds = %B156, %B134.preheader
  %spare.4.2 = phi i64 [ %.101, %B156 ], [ %spare.2.0, %B134.preheader ]
  %exitcond.not = icmp eq i64 %0, %spare.4.2
  br i1 %exitcond.not, label %B906, label %B156

B156:                                             ; preds = %B134
  %.101 = add i64 %spare.4.2, 1
  %sunkaddr = mul i64 %.101, 8
  %sunkaddr23 = getelementptr i8, ptr %arg.after, i64 %sunkaddr
  %.123 = load i64, ptr %sunkaddr23, align 8
  %.126.not = icmp eq i64 %.123, -2
  br i1 %.126.not, label %B180, label %B134

B180:                                             ; preds = %B156, %B110, %B82
  %spare.3.1 = phi i64 [ %spare.2.0, %B110 ], [ %spare.2.0, %B82 ], [ %.101, %B156 ]
  %.141 = icmp eq i64 %spare.3.1, %arg.end
  br i1 %.141, label %B906, label %B196.endif.endif

B626:                                             ; preds = %B196.endif.endif
  %.450.idx = shl i64 %spare.3.1, 4
  %.444 = fadd double %.179, %.360
  %sunkaddr26 = getelementptr i8, ptr %arg.xy, i64 %.450.idx
  store double %.444, ptr %sunkaddr26, align 8
  %.454 = fadd double %.188, %.373
  %sunkaddr28 = getelementptr i8, ptr %sunkaddr26, i64 8
  store double %.454, ptr %sunkaddr28, align 8
  %sunkaddr29 = shl i64 %spare.3.1, 3
  %sunkaddr30 = getelementptr i8, ptr %arg.after, i64 %sunkaddr29
  store i64 %.74, ptr %sunkaddr30, align 8
  %sunkaddr31 = shl i64 %v.3.0, 3
  %sunkaddr32 = getelementptr i8, ptr %arg.after, i64 %sunkaddr31
  store i64 %spare.3.1, ptr %sunkaddr32, align 8
  %.476 = fadd double %.179, %.335
  %.479 = fadd double %.188, %.348
  store i64 0, ptr %.491, align 8
  %.495 = call i32 @_ZN6zoning10boundaries7kernels12lines_source9free_moveB3v29B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExxxxdd10float64_2a8int64_2a8int64_2a10float64_2a8int64_2a8int64_2a8int64_2a(ptr %.491, ptr %excinfo.1, i64 %arg.k, i64 %a.2.0, i64 %v.3.0, i64 %spare.3.1, double %.476, double %.479, ptr %arg.xy, ptr %arg.after, ptr %arg.start, ptr %arg.wall, ptr %arg.wall_from, ptr %arg.near, ptr %arg.near_from)
  %cond = icmp eq i32 %.495, 0
  br i1 %cond, label %B626.endif, label %B626.if.if, !prof !28

B770:                                             ; preds = %B626.endif, %B626.endif.2, %B626.endif.1
  %.476.lcssa170 = phi double [ %.476, %B626.endif ], [ %.476.1, %B626.endif.1 ], [ %.476.2, %B626.endif.2 ]
  %.479.lcssa169 = phi double [ %.479, %B626.endif ], [ %.479.1, %B626.endif.1 ], [ %.479.2, %B626.endif.2 ]
  %sunkaddr24 = getelementptr i8, ptr %arg.xy, i64 %.178.idx
  store double %.476.lcssa170, ptr %sunkaddr24, align 8
  %sunkaddr25 = getelementptr i8, ptr %arg.xy, i64 %.178.idx
  %sunkaddr27 = getelementptr i8, ptr %sunkaddr25, i64 8
  store double %.479.lcssa169, ptr %sunkaddr27, align 8
  %.551 = add nsw i64 %cuts.2.0, 1
  br label %B872

B838:                                             ; preds = %B626.endif
  %sunkaddr33 = mul i64 %v.3.0, 8
  %sunkaddr34 = getelementptr i8, ptr %arg.after, i64 %sunkaddr33
  store i64 %.74, ptr %sunkaddr34, align 8
  %sunkaddr35 = mul i64 %spare.3.1, 8
  %sunkaddr36 = getelementptr i8, ptr %arg.after, i64 %sunkaddr35
  store i64 -2, ptr %sunkaddr36, align 8
  %sunkaddr37 = getelementptr i8, ptr %arg.xy, i64 %.330.idx
  %.331.1 = load double, ptr %sunkaddr37, align 8
  %.333.1 = fsub double %.331.1, %.179
  %.335.1 = fmul double %.333.1, 2.500000e-01
  %sunkaddr38 = getelementptr i8, ptr %arg.xy, i64 %.330.idx
  %sunkaddr39 = getelementptr i8, ptr %sunkaddr38, i64 8
  %.344.1 = load double, ptr %sunkaddr39, align 8
  %.346.1 = fsub double %.344.1, %.188
  %.348.1 = fmul double %.346.1, 2.500000e-01
  %sunkaddr40 = getelementptr i8, ptr %arg.xy, i64 %.355.idx
  %.356.1 = load double, ptr %sunkaddr40, align 8
  %.358.1 = fsub double %.356.1, %.179
  %.360.1 = fmul double %.358.1, 2.500000e-01
  %sunkaddr41 = getelementptr i8, ptr %arg.xy, i64 %.355.idx
  %sunkaddr42 = getelementptr i8, ptr %sunkaddr41, i64 8
  %.369.1 = load double, ptr %sunkaddr42, align 8
  %.371.1 = fsub double %.369.1, %.188
  %.373.1 = fmul double %.371.1, 2.500000e-01
  %.379.1 = fmul double %.335.1, %.335.1
  %.382.1 = fmul double %.348.1, %.348.1
  %.383.1 = fadd double %.379.1, %.382.1
  %sqrt148.1 = tail call double @llvm.sqrt.f64(double %.383.1)
  %.387.1 = fmul double %.360.1, %.360.1
  %.390.1 = fmul double %.373.1, %.373.1
  %.391.1 = fadd double %.387.1, %.390.1
  %sqrt147.1 = tail call double @llvm.sqrt.f64(double %.391.1)
  %.393.1 = fadd double %sqrt148.1, %sqrt147.1
  %.396.1 = fsub double %.335.1, %.360.1
  %.400.1 = fmul double %.396.1, %.396.1
  %.403.1 = fsub double %.348.1, %.373.1
  %.407.1 = fmul double %.403.1, %.403.1
  %.408.1 = fadd double %.400.1, %.407.1
  %sqrt.1 = tail call double @llvm.sqrt.f64(double %.408.1)
  %.410.1 = fsub double %.393.1, %sqrt.1
  %.411.1 = fcmp olt double %.410.1, 1.000000e+00
  br i1 %.411.1, label %B872, label %B626.1

B626.1:                                           ; preds = %B838
  %.444.1 = fadd double %.179, %.360.1
  %sunkaddr43 = getelementptr i8, ptr %arg.xy, i64 %.450.idx
  store double %.444.1, ptr %sunkaddr43, align 8
  %.454.1 = fadd double %.188, %.373.1
  %sunkaddr44 = getelementptr i8, ptr %arg.xy, i64 %.450.idx
  %sunkaddr45 = getelementptr i8, ptr %sunkaddr44, i64 8
  store double %.454.1, ptr %sunkaddr45, align 8
  %sunkaddr46 = mul i64 %spare.3.1, 8
  %sunkaddr47 = getelementptr i8, ptr %arg.after, i64 %sunkaddr46
  store i64 %.74, ptr %sunkaddr47, align 8
  %sunkaddr48 = mul i64 %v.3.0, 8
  %sunkaddr49 = getelementptr i8, ptr %arg.after, i64 %sunkaddr48
  store i64 %spare.3.1, ptr %sunkaddr49, align 8
  %.476.1 = fadd double %.179, %.335.1
  %.479.1 = fadd double %.188, %.348.1
  store i64 0, ptr %.491, align 8
  %.495.1 = call i32 @_ZN6zoning10boundaries7kernels12lines_source9free_moveB3v29B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExxxxdd10float64_2a8int64_2a8int64_2a10float64_2a8int64_2a8int64_2a8int64_2a(ptr %.491, ptr %excinfo.1, i64 %arg.k, i64 %a.2.0, i64 %v.3.0, i64 %spare.3.1, double %.476.1, double %.479.1, ptr %arg.xy, ptr %arg.after, ptr %arg.start, ptr %arg.wall, ptr %arg.wall_from, ptr %arg.near, ptr %arg.near_from)
  %cond4 = icmp eq i32 %.495.1, 0
  br i1 %cond4, label %B626.endif.1, label %B626.if.if, !prof !28

B626.endif.1:                                     ; preds = %B626.1
  %.505.1 = load i64, ptr %.491, align 8
  %.515.1 = icmp eq i64 %.505.1, 1
  br i1 %.515.1, label %B770, label %B838.1

B838.1:                                           ; preds = %B626.endif.1
  %sunkaddr50 = mul i64 %v.3.0, 8
  %sunkaddr51 = getelementptr i8, ptr %arg.after, i64 %sunkaddr50
  store i64 %.74, ptr %sunkaddr51, align 8
  %sunkaddr52 = mul i64 %spare.3.1, 8
  %sunkaddr53 = getelementptr i8, ptr %arg.after, i64 %sunkaddr52
  store i64 -2, ptr %sunkaddr53, align 8
  %sunkaddr54 = getelementptr i8, ptr %arg.xy, i64 %.330.idx
  %.331.2 = load double, ptr %sunkaddr54, align 8
  %.333.2 = fsub double %.331.2, %.179
  %.335.2 = fmul double %.333.2, 1.250000e-01
  %sunkaddr55 = getelementptr i8, ptr %arg.xy, i64 %.330.idx
  %sunkaddr56 = getelementptr i8, ptr %sunkaddr55, i64 8
  %.344.2 = load double, ptr %sunkaddr56, align 8
  %.346.2 = fsub double %.344.2, %.188
  %.348.2 = fmul double %.346.2, 1.250000e-01
  %sunkaddr57 = getelementptr i8, ptr %arg.xy, i64 %.355.idx
  %.356.2 = load double, ptr %sunkaddr57, align 8
  %.358.2 = fsub double %.356.2, %.179
  %.360.2 = fmul double %.358.2, 1.250000e-01
  %sunkaddr58 = getelementptr i8, ptr %arg.xy, i64 %.355.idx
  %sunkaddr59 = getelementptr i8, ptr %sunkaddr58, i64 8
  %.369.2 = load double, ptr %sunkaddr59, align 8
  %.371.2 = fsub double %.369.2, %.188
  %.373.2 = fmul double %.371.2, 1.250000e-01
  %.379.2 = fmul double %.335.2, %.335.2
  %.382.2 = fmul double %.348.2, %.348.2
  %.383.2 = fadd double %.379.2, %.382.2
  %sqrt148.2 = tail call double @llvm.sqrt.f64(double %.383.2)
  %.387.2 = fmul double %.360.2, %.360.2
  %.390.2 = fmul double %.373.2, %.373.2
  %.391.2 = fadd double %.387.2, %.390.2
  %sqrt147.2 = tail call double @llvm.sqrt.f64(double %.391.2)
  %.393.2 = fadd double %sqrt148.2, %sqrt147.2
  %.396.2 = fsub double %.335.2, %.360.2
  %.400.2 = fmul double %.396.2, %.396.2
  %.403.2 = fsub double %.348.2, %.373.2
  %.407.2 = fmul double %.403.2, %.403.2
  %.408.2 = fadd double %.400.2, %.407.2
  %sqrt.2 = tail call double @llvm.sqrt.f64(double %.408.2)
  %.410.2 = fsub double %.393.2, %sqrt.2
  %.411.2 = fcmp olt double %.410.2, 1.000000e+00
  br i1 %.411.2, label %B872, label %B626.2

B626.2:                                           ; preds = %B838.1
  %.444.2 = fadd double %.179, %.360.2
  %sunkaddr60 = getelementptr i8, ptr %arg.xy, i64 %.450.idx
  store double %.444.2, ptr %sunkaddr60, align 8
  %.454.2 = fadd double %.188, %.373.2
  %sunkaddr61 = getelementptr i8, ptr %arg.xy, i64 %.450.idx
  %sunkaddr62 = getelementptr i8, ptr %sunkaddr61, i64 8
  store double %.454.2, ptr %sunkaddr62, align 8
  %sunkaddr63 = mul i64 %spare.3.1, 8
  %sunkaddr64 = getelementptr i8, ptr %arg.after, i64 %sunkaddr63
  store i64 %.74, ptr %sunkaddr64, align 8
  %sunkaddr65 = mul i64 %v.3.0, 8
  %sunkaddr66 = getelementptr i8, ptr %arg.after, i64 %sunkaddr65
  store i64 %spare.3.1, ptr %sunkaddr66, align 8
  %.476.2 = fadd double %.179, %.335.2
  %.479.2 = fadd double %.188, %.348.2
  store i64 0, ptr %.491, align 8
  %.495.2 = call i32 @_ZN6zoning10boundaries7kernels12lines_source9free_moveB3v29B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExxxxdd10float64_2a8int64_2a8int64_2a10float64_2a8int64_2a8int64_2a8int64_2a(ptr %.491, ptr %excinfo.1, i64 %arg.k, i64 %a.2.0, i64 %v.3.0, i64 %spare.3.1, double %.476.2, double %.479.2, ptr %arg.xy, ptr %arg.after, ptr %arg.start, ptr %arg.wall, ptr %arg.wall_from, ptr %arg.near, ptr %arg.near_from)
  %cond5 = icmp eq i32 %.495.2, 0
  br i1 %cond5, label %B626.endif.2, label %B626.if.if, !prof !28

B626.endif.2:                                     ; preds = %B626.2
  %.505.2 = load i64, ptr %.491, align 8
  %.515.2 = icmp eq i64 %.505.2, 1
  br i1 %.515.2, label %B770, label %B838.2

B838.2:                                           ; preds = %B626.endif.2
  %sunkaddr67 = mul i64 %v.3.0, 8
  %sunkaddr68 = getelementptr i8, ptr %arg.after, i64 %sunkaddr67
  store i64 %.74, ptr %sunkaddr68, align 8
  %sunkaddr69 = mul i64 %spare.3.1, 8
  %sunkaddr70 = getelementptr i8, ptr %arg.after, i64 %sunkaddr69
  store i64 -2, ptr %sunkaddr70, align 8
  br label %B872

B872:                                             ; preds = %B196.endif.endif, %B838.2, %B838.1, %B838, %B770
  %cuts.3.2 = phi i64 [ %.551, %B770 ], [ %cuts.2.0, %B838.2 ], [ %cuts.2.0, %B838.1 ], [ %cuts.2.0, %B838 ], [ %cuts.2.0, %B196.endif.endif ]
  %v.4.2 = phi i64 [ %spare.3.1, %B770 ], [ %v.3.0, %B838.2 ], [ %v.3.0, %B838.1 ], [ %v.3.0, %B838 ], [ %v.3.0, %B196.endif.endif ]
  %.612 = getelementptr i64, ptr %arg.after, i64 %.74
  %.613 = load i64, ptr %.612, align 8
  %.614 = icmp sgt i64 %.613, -1
  br i1 %.614, label %B82, label %B906

common.ret:                                       ; preds = %B626.if.if, %B906
  %common.ret.op = phi i32 [ 0, %B906 ], [ %.495.lcssa, %B626.if.if ]
  ret i32 %common.ret.op

B906:                                             ; preds = %B872, %B180, %B134, %B0
  %cuts.4.1 = phi i64 [ 0, %B0 ], [ %cuts.2.0, %B134 ], [ %cuts.3.2, %B872 ], [ %cuts.2.0, %B180 ]
  store i64 %cuts.4.1, ptr %retptr, align 8
  br label %common.ret

B196.endif.endif:                                 ; preds = %B180
  %.178.idx = shl i64 %v.3.0, 4
  %.178 = getelementptr i8, ptr %arg.xy, i64 %.178.idx
  %.179 = load double, ptr %.178, align 8
  %.187 = getelementptr i8, ptr %.178, i64 8
  %.188 = load double, ptr %.187, align 8
  %.330.idx = shl i64 %a.2.0, 4
  %.330 = getelementptr i8, ptr %arg.xy, i64 %.330.idx
  %.343 = getelementptr i8, ptr %.330, i64 8
  %.355.idx = shl i64 %.74, 4
  %.355 = getelementptr i8, ptr %arg.xy, i64 %.355.idx
  %.368 = getelementptr i8, ptr %.355, i64 8
  %.331 = load double, ptr %.330, align 8
  %.333 = fsub double %.331, %.179
  %.335 = fmul double %.333, 5.000000e-01
  %.344 = load double, ptr %.343, align 8
  %.346 = fsub double %.344, %.188
  %.348 = fmul double %.346, 5.000000e-01
  %.356 = load double, ptr %.355, align 8
  %.358 = fsub double %.356, %.179
  %.360 = fmul double %.358, 5.000000e-01
  %.369 = load double, ptr %.368, align 8
  %.371 = fsub double %.369, %.188
  %.373 = fmul double %.371, 5.000000e-01
  %.379 = fmul double %.335, %.335
  %.382 = fmul double %.348, %.348
  %.383 = fadd double %.379, %.382
  %sqrt148 = tail call double @llvm.sqrt.f64(double %.383)
  %.387 = fmul double %.360, %.360
  %.390 = fmul double %.373, %.373
  %.391 = fadd double %.387, %.390
  %sqrt147 = tail call double @llvm.sqrt.f64(double %.391)
  %.393 = fadd double %sqrt148, %sqrt147
  %.396 = fsub double %.335, %.360
  %.400 = fmul double %.396, %.396
  %.403 = fsub double %.348, %.373
  %.407 = fmul double %.403, %.403
  %.408 = fadd double %.400, %.407
  %sqrt = tail call double @llvm.sqrt.f64(double %.408)
  %.410 = fsub double %.393, %sqrt
  %.411 = fcmp olt double %.410, 1.000000e+00
  br i1 %.411, label %B872, label %B626

B626.endif:                                       ; preds = %B626
  %.505 = load i64, ptr %.491, align 8
  %.515 = icmp eq i64 %.505, 1
  br i1 %.515, label %B770, label %B838

B626.if.if:                                       ; preds = %B626.2, %B626.1, %B626
  %.495.lcssa = phi i32 [ %.495, %B626 ], [ %.495.1, %B626.1 ], [ %.495.2, %B626.2 ]
  %.503 = icmp sgt i32 %.495.lcssa, 0
  %.496 = load ptr, ptr %excinfo.1, align 8
  %.504 = select i1 %.503, ptr %.496, ptr undef
  store ptr %.504, ptr %excinfo, align 8
  br label %common.ret
}

define linkonce_odr i32 @_ZN6zoning10boundaries7kernels12lines_source6allowsB3v39B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEddddd23Literal_5bint_5d_281_29dddddddd(ptr %retptr, ptr %excinfo, double %arg.cx, double %arg.cy, double %arg.dx, double %arg.dy, double %arg.clear, i64 %arg.loose, double %arg.ax, double %arg.ay, double %arg.vx, double %arg.vy, double %arg.bx, double %arg.by, double %arg.wx, double %arg.wy) {
B0:
  %.593 = alloca i64, align 8
  %excinfo.3 = alloca ptr, align 8
  %.663 = alloca i64, align 8
  %excinfo.4 = alloca ptr, align 8
  %.730 = alloca i64, align 8
  %excinfo.5 = alloca ptr, align 8
  %.807 = alloca double, align 8
  %excinfo.6 = alloca ptr, align 8
  %.840 = alloca double, align 8
  %excinfo.7 = alloca ptr, align 8
  %.940 = alloca double, align 8
  %excinfo.9 = alloca ptr, align 8
  %.977 = alloca double, align 8
  %excinfo.10 = alloca ptr, align 8
  %.1125 = alloca double, align 8
  %excinfo.12 = alloca ptr, align 8
  %.1156 = alloca double, align 8
  %excinfo.13 = alloca ptr, align 8
  %.1187 = alloca double, align 8
  %excinfo.14 = alloca ptr, align 8
  %.1291 = alloca double, align 8
  %excinfo.16 = alloca ptr, align 8
  %.1326 = alloca double, align 8
  %excinfo.17 = alloca ptr, align 8
  %.1365 = alloca double, align 8
  %excinfo.18 = alloca ptr, align 8
  %.48 = fcmp olt double %arg.cx, %arg.dx
  %"$phi22.0.2.081" = select i1 %.48, double %arg.cx, double %arg.dx
  %.86 = fsub double %"$phi22.0.2.081", %arg.clear
  %.88 = fcmp olt double %arg.ax, %.86
  %.94 = fcmp olt double %arg.bx, %.86
  %or.cond = select i1 %.88, i1 %.94, i1 false
  %.102 = fcmp olt double %arg.vx, %.86
  %or.cond110 = select i1 %or.cond, i1 %.102, i1 false
  br i1 %or.cond110, label %B98, label %B102

common.ret:                                       ; preds = %B1308.endif.endif.endif.endif, %B1308.endif.endif.if.if, %B1308.endif.if.if, %B1308.if.if, %B1142.endif.endif.if.if, %B1142.endif.if.if, %B1142.if.if, %B944.endif.if.if, %B944.if.if, %B810.endif.if.if, %B810.if.if, %B730.if.if, %B674.if.if, %B606.if.if, %B464.endif, %B1304, %B1084, %B1080, %B940, %B782, %B726, %B658, %B602, %B312, %B254, %B156, %B98
  %common.ret.op = phi i32 [ 0, %B98 ], [ 0, %B156 ], [ 0, %B254 ], [ 0, %B312 ], [ 0, %B602 ], [ 0, %B658 ], [ 0, %B726 ], [ 0, %B782 ], [ 0, %B940 ], [ 0, %B1080 ], [ 0, %B1084 ], [ 0, %B1304 ], [ 0, %B1308.endif.endif.endif.endif ], [ 0, %B464.endif ], [ %.1191, %B1142.endif.endif.if.if ], [ %.1369, %B1308.endif.endif.if.if ], [ %.597, %B606.if.if ], [ %.667, %B674.if.if ], [ %.734, %B730.if.if ], [ %.811, %B810.if.if ], [ %.844, %B810.endif.if.if ], [ %.1330, %B1308.endif.if.if ], [ %.944, %B944.if.if ], [ %.981, %B944.endif.if.if ], [ %.1295, %B1308.if.if ], [ %.1129, %B1142.if.if ], [ %.1160, %B1142.endif.if.if ]
  ret i32 %common.ret.op

B98:                                              ; preds = %B0
  store i64 1, ptr %retptr, align 8
  br label %common.ret

B102:                                             ; preds = %B0
  %0 = fcmp olt double %arg.cx, %arg.dx
  %"$phi42.0.2.0" = select i1 %0, double %arg.dx, double %arg.cx
  %.140 = fadd double %"$phi42.0.2.0", %arg.clear
  %.142 = fcmp ogt double %arg.ax, %.140
  %.148 = fcmp ogt double %arg.bx, %.140
  %or.cond111 = select i1 %.142, i1 %.148, i1 false
  %.156 = fcmp ogt double %arg.vx, %.140
  %or.cond112 = select i1 %or.cond111, i1 %.156, i1 false
  br i1 %or.cond112, label %B156, label %B160

B156:                                             ; preds = %B102
  store i64 1, ptr %retptr, align 8
  br label %common.ret

B160:                                             ; preds = %B102
  %.192 = fcmp olt double %arg.cy, %arg.dy
  %"$phi178.0.2.084" = select i1 %.192, double %arg.cy, double %arg.dy
  %.230 = fsub double %"$phi178.0.2.084", %arg.clear
  %.232 = fcmp olt double %arg.ay, %.230
  %.238 = fcmp olt double %arg.by, %.230
  %or.cond113 = select i1 %.232, i1 %.238, i1 false
  %.246 = fcmp olt double %arg.vy, %.230
  %or.cond114 = select i1 %or.cond113, i1 %.246, i1 false
  br i1 %or.cond114, label %B254, label %B258

B254:                                             ; preds = %B160
  store i64 1, ptr %retptr, align 8
  br label %common.ret

B258:                                             ; preds = %B160
  %1 = fcmp olt double %arg.cy, %arg.dy
  %"$phi198.0.2.0" = select i1 %1, double %arg.dy, double %arg.cy
  %.284 = fadd double %arg.clear, %"$phi198.0.2.0"
  %.286 = fcmp ogt double %arg.ay, %.284
  %.292 = fcmp ogt double %arg.by, %.284
  %or.cond115 = select i1 %.286, i1 %.292, i1 false
  %.300 = fcmp ogt double %arg.vy, %.284
  %or.cond116 = select i1 %or.cond115, i1 %.300, i1 false
  br i1 %or.cond116, label %B312, label %B336

B312:                                             ; preds = %B258
  store i64 1, ptr %retptr, align 8
  br label %common.ret

B336:                                             ; preds = %B258
  %.358 = fcmp oeq double %arg.cx, %arg.ax
  %.362 = fcmp oeq double %arg.cy, %arg.ay
  %or.cond117 = select i1 %.358, i1 %.362, i1 false
  br i1 %or.cond117, label %B384, label %B360

B360:                                             ; preds = %B336
  %.370 = fcmp oeq double %arg.cx, %arg.bx
  %.379 = fcmp oeq double %arg.cy, %arg.by
  %or.cond118 = select i1 %.370, i1 %.379, i1 false
  br i1 %or.cond118, label %B384, label %B388

B384:                                             ; preds = %B360, %B336
  br label %B388

B388:                                             ; preds = %B384, %B360
  %.515 = phi i1 [ false, %B384 ], [ true, %B360 ]
  %.43587 = phi i1 [ true, %B384 ], [ false, %B360 ]
  %.390 = fcmp oeq double %arg.dx, %arg.ax
  %.394 = fcmp oeq double %arg.dy, %arg.ay
  %or.cond119 = select i1 %.390, i1 %.394, i1 false
  br i1 %or.cond119, label %B440.thread, label %B412

B412:                                             ; preds = %B388
  %.404 = fcmp oeq double %arg.dx, %arg.bx
  %.416 = fcmp oeq double %arg.dy, %arg.by
  %or.cond120 = select i1 %.404, i1 %.416, i1 false
  br i1 %or.cond120, label %B440.thread, label %B538

B440.thread:                                      ; preds = %B412, %B388
  br i1 %.43587, label %B464, label %B550

B464:                                             ; preds = %B440.thread
  %.453 = fadd double %arg.cx, %arg.dx
  %.458 = fmul double %.453, 5.000000e-01
  %.461 = fadd double %arg.cy, %arg.dy
  %.466 = fmul double %.461, 5.000000e-01
  %.10.i.i = fsub double %arg.vx, %arg.ax
  %.11.i.i = fsub double %.466, %arg.ay
  %.12.i.i = fmul double %.11.i.i, %.10.i.i
  %.13.i.i = fsub double %arg.vy, %arg.ay
  %.14.i.i = fsub double %.458, %arg.ax
  %.15.i.i = fmul double %.14.i.i, %.13.i.i
  %.16.i.i = fsub double %.12.i.i, %.15.i.i
  %.10.i1.i = fsub double %arg.bx, %arg.vx
  %.11.i2.i = fsub double %.466, %arg.vy
  %.12.i3.i = fmul double %.11.i2.i, %.10.i1.i
  %.13.i4.i = fsub double %arg.by, %arg.vy
  %.14.i5.i = fsub double %.458, %arg.vx
  %.15.i6.i = fmul double %.14.i5.i, %.13.i4.i
  %.16.i7.i = fsub double %.12.i3.i, %.15.i6.i
  %.10.i8.i = fsub double %arg.ax, %arg.bx
  %.11.i9.i = fsub double %.466, %arg.by
  %.12.i10.i = fmul double %.10.i8.i, %.11.i9.i
  %.13.i11.i = fsub double %arg.ay, %arg.by
  %.14.i12.i = fsub double %.458, %arg.bx
  %.15.i13.i = fmul double %.14.i12.i, %.13.i11.i
  %.16.i14.i = fsub double %.12.i10.i, %.15.i13.i
  %.99.i = fcmp oge double %.16.i.i, 0.000000e+00
  %.102.i = fcmp oge double %.16.i7.i, 0.000000e+00
  %or.cond.i = select i1 %.99.i, i1 %.102.i, i1 false
  %.105.i = fcmp oge double %.16.i14.i, 0.000000e+00
  %or.cond3.i = select i1 %or.cond.i, i1 %.105.i, i1 false
  br i1 %or.cond3.i, label %B464.endif, label %B164.i

B164.i:                                           ; preds = %B464
  %.116.i = fcmp ugt double %.16.i.i, 0.000000e+00
  %.121.i = fcmp ugt double %.16.i7.i, 0.000000e+00
  %or.cond4.i.not50 = select i1 %.116.i, i1 true, i1 %.121.i
  %.126.i = fcmp ugt double %.16.i14.i, 0.000000e+00
  %or.cond5.i.not = select i1 %or.cond4.i.not50, i1 true, i1 %.126.i
  %2 = zext i1 %or.cond5.i.not to i64
  br label %B464.endif

B538:                                             ; preds = %B412
  br i1 %.515, label %B550, label %B674

B550:                                             ; preds = %B538, %B440.thread
  %.652 = phi i1 [ true, %B538 ], [ false, %B440.thread ]
  %.10.i.i1 = fsub double %arg.vx, %arg.ax
  %.11.i.i2 = fsub double %arg.cy, %arg.ay
  %.12.i.i3 = fmul double %.11.i.i2, %.10.i.i1
  %.13.i.i4 = fsub double %arg.vy, %arg.ay
  %.14.i.i5 = fsub double %arg.cx, %arg.ax
  %.15.i.i6 = fmul double %.14.i.i5, %.13.i.i4
  %.16.i.i7 = fsub double %.12.i.i3, %.15.i.i6
  %.10.i1.i8 = fsub double %arg.wx, %arg.vx
  %.11.i2.i9 = fsub double %arg.cy, %arg.vy
  %.12.i3.i10 = fmul double %.11.i2.i9, %.10.i1.i8
  %.13.i4.i11 = fsub double %arg.wy, %arg.vy
  %.14.i5.i12 = fsub double %arg.cx, %arg.vx
  %.15.i6.i13 = fmul double %.14.i5.i12, %.13.i4.i11
  %.16.i7.i14 = fsub double %.12.i3.i10, %.15.i6.i13
  %.10.i8.i15 = fsub double %arg.ax, %arg.wx
  %.11.i9.i16 = fsub double %arg.cy, %arg.wy
  %.12.i10.i17 = fmul double %.10.i8.i15, %.11.i9.i16
  %.13.i11.i18 = fsub double %arg.ay, %arg.wy
  %.14.i12.i19 = fsub double %arg.cx, %arg.wx
  %.15.i13.i20 = fmul double %.14.i12.i19, %.13.i11.i18
  %.16.i14.i21 = fsub double %.12.i10.i17, %.15.i13.i20
  %.99.i22 = fcmp oge double %.16.i.i7, 0.000000e+00
  %.102.i23 = fcmp oge double %.16.i7.i14, 0.000000e+00
  %or.cond.i24 = select i1 %.99.i22, i1 %.102.i23, i1 false
  %.105.i25 = fcmp oge double %.16.i14.i21, 0.000000e+00
  %or.cond3.i26 = select i1 %or.cond.i24, i1 %.105.i25, i1 false
  br i1 %or.cond3.i26, label %B602, label %B550.endif

B602:                                             ; preds = %B550.endif, %B550
  store i64 0, ptr %retptr, align 8
  br label %common.ret

B606:                                             ; preds = %B550.endif
  %.597 = call i32 @_ZN6zoning10boundaries7kernels12lines_source11in_triangleB3v32B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddddd(ptr %.593, ptr %excinfo.3, double %arg.cx, double %arg.cy, double %arg.vx, double %arg.vy, double %arg.bx, double %arg.by, double %arg.wx, double %arg.wy)
  %cond = icmp eq i32 %.597, 0
  br i1 %cond, label %B606.endif, label %B606.if.if, !prof !28

B658:                                             ; preds = %B606.endif
  store i64 0, ptr %retptr, align 8
  br label %common.ret

B662:                                             ; preds = %B606.endif
  br i1 %.652, label %B674, label %B1104

B674:                                             ; preds = %B662, %B538
  %.51596102 = phi i1 [ true, %B662 ], [ false, %B538 ]
  %.667 = call i32 @_ZN6zoning10boundaries7kernels12lines_source11in_triangleB3v32B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddddd(ptr %.663, ptr %excinfo.4, double %arg.dx, double %arg.dy, double %arg.ax, double %arg.ay, double %arg.vx, double %arg.vy, double %arg.wx, double %arg.wy)
  %cond44 = icmp eq i32 %.667, 0
  br i1 %cond44, label %B674.endif, label %B674.if.if, !prof !28

B726:                                             ; preds = %B674.endif
  store i64 0, ptr %retptr, align 8
  br label %common.ret

B730:                                             ; preds = %B674.endif
  %.734 = call i32 @_ZN6zoning10boundaries7kernels12lines_source11in_triangleB3v32B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddddd(ptr %.730, ptr %excinfo.5, double %arg.dx, double %arg.dy, double %arg.vx, double %arg.vy, double %arg.bx, double %arg.by, double %arg.wx, double %arg.wy)
  %cond45 = icmp eq i32 %.734, 0
  br i1 %cond45, label %B730.endif, label %B730.if.if, !prof !28

B782:                                             ; preds = %B730.endif
  store i64 0, ptr %retptr, align 8
  br label %common.ret

B786:                                             ; preds = %B730.endif
  br i1 %.51596102, label %B810, label %B1104

B810:                                             ; preds = %B786
  %.811 = call i32 @_ZN6zoning10boundaries7kernels12lines_source15segment_segmentB3v34B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddddd(ptr %.807, ptr %excinfo.6, double %arg.ax, double %arg.ay, double %arg.wx, double %arg.wy, double %arg.cx, double %arg.cy, double %arg.dx, double %arg.dy)
  %.821 = load double, ptr %.807, align 8
  %cond46 = icmp eq i32 %.811, 0
  br i1 %cond46, label %B810.endif, label %B810.if.if, !prof !28

B940:                                             ; preds = %B810.endif.endif.endif
  store i64 1, ptr %retptr, align 8
  br label %common.ret

B944:                                             ; preds = %B810.endif.endif.endif
  %.944 = call i32 @_ZN6zoning10boundaries7kernels12lines_source15segment_segmentB3v34B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddddd(ptr %.940, ptr %excinfo.9, double %arg.ax, double %arg.ay, double %arg.vx, double %arg.vy, double %arg.cx, double %arg.cy, double %arg.dx, double %arg.dy)
  %.954 = load double, ptr %.940, align 8
  %cond48 = icmp eq i32 %.944, 0
  br i1 %cond48, label %B944.endif, label %B944.if.if, !prof !28

B1080:                                            ; preds = %B944.endif.endif.endif
  store i64 1, ptr %retptr, align 8
  br label %common.ret

B1084:                                            ; preds = %B944.endif.endif.endif
  %.1064 = fcmp oeq double %.11.i37, 0.000000e+00
  %"$phi1102.0.2.0" = zext i1 %.1064 to i64
  store i64 %"$phi1102.0.2.0", ptr %retptr, align 8
  br label %common.ret

B1104:                                            ; preds = %B786, %B662
  %3 = phi double [ %arg.dx, %B786 ], [ %arg.cx, %B662 ]
  %4 = phi double [ %arg.dy, %B786 ], [ %arg.cy, %B662 ]
  %.1129 = call i32 @_ZN6zoning10boundaries7kernels12lines_source13point_segmentB3v35B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddd(ptr %.1125, ptr %excinfo.12, double %3, double %4, double %arg.ax, double %arg.ay, double %arg.wx, double %arg.wy)
  %.1139 = load double, ptr %.1125, align 8
  switch i32 %.1129, label %B1142.if.if [
    i32 -2, label %B1142.endif
    i32 0, label %B1142.endif
  ], !prof !2

B1304:                                            ; preds = %B1142.endif.endif.endif.endif
  store i64 1, ptr %retptr, align 8
  br label %common.ret

B1308:                                            ; preds = %B1142.endif.endif.endif.endif
  %.1295 = call i32 @_ZN6zoning10boundaries7kernels12lines_source13point_segmentB3v35B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddd(ptr %.1291, ptr %excinfo.16, double %3, double %4, double %arg.ax, double %arg.ay, double %arg.vx, double %arg.vy)
  %.1305 = load double, ptr %.1291, align 8
  switch i32 %.1295, label %B1308.if.if [
    i32 -2, label %B1308.endif
    i32 0, label %B1308.endif
  ], !prof !2

B464.endif:                                       ; preds = %B164.i, %B464
  %.sink.i.neg = phi i64 [ 0, %B464 ], [ %2, %B164.i ]
  store i64 %.sink.i.neg, ptr %retptr, align 8
  br label %common.ret

B550.endif:                                       ; preds = %B550
  %.116.i28 = fcmp ole double %.16.i.i7, 0.000000e+00
  %.121.i29 = fcmp ole double %.16.i7.i14, 0.000000e+00
  %or.cond4.i30 = select i1 %.116.i28, i1 %.121.i29, i1 false
  %.126.i31 = fcmp ole double %.16.i14.i21, 0.000000e+00
  %or.cond5.i32 = select i1 %or.cond4.i30, i1 %.126.i31, i1 false
  br i1 %or.cond5.i32, label %B602, label %B606

B606.endif:                                       ; preds = %B606
  %.607 = load i64, ptr %.593, align 8
  %.617 = icmp eq i64 %.607, 1
  br i1 %.617, label %B658, label %B662

B606.if.if:                                       ; preds = %B606
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B674.endif:                                       ; preds = %B674
  %.677 = load i64, ptr %.663, align 8
  %.687 = icmp eq i64 %.677, 1
  br i1 %.687, label %B726, label %B730

B674.if.if:                                       ; preds = %B674
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B730.endif:                                       ; preds = %B730
  %.744 = load i64, ptr %.730, align 8
  %.754 = icmp eq i64 %.744, 1
  br i1 %.754, label %B782, label %B786

B730.if.if:                                       ; preds = %B730
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B810.endif:                                       ; preds = %B810
  %.844 = call i32 @_ZN6zoning10boundaries7kernels12lines_source15segment_segmentB3v34B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddddd(ptr %.840, ptr %excinfo.7, double %arg.wx, double %arg.wy, double %arg.bx, double %arg.by, double %arg.cx, double %arg.cy, double %arg.dx, double %arg.dy)
  %cond47 = icmp eq i32 %.844, 0
  br i1 %cond47, label %B810.endif.endif.endif, label %B810.endif.if.if, !prof !28

B810.if.if:                                       ; preds = %B810
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B810.endif.if.if:                                 ; preds = %B810.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B810.endif.endif.endif:                           ; preds = %B810.endif
  %.854 = load double, ptr %.840, align 8
  %.10.i = fcmp olt double %.854, %.821
  %.11.i = select i1 %.10.i, double %.854, double %.821
  %.901 = fmul double %arg.clear, %arg.clear
  %.905 = fcmp ult double %.11.i, %.901
  br i1 %.905, label %B944, label %B940

B944.endif:                                       ; preds = %B944
  %.981 = call i32 @_ZN6zoning10boundaries7kernels12lines_source15segment_segmentB3v34B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddddd(ptr %.977, ptr %excinfo.10, double %arg.vx, double %arg.vy, double %arg.bx, double %arg.by, double %arg.cx, double %arg.cy, double %arg.dx, double %arg.dy)
  %cond49 = icmp eq i32 %.981, 0
  br i1 %cond49, label %B944.endif.endif.endif, label %B944.endif.if.if, !prof !28

B944.if.if:                                       ; preds = %B944
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B944.endif.if.if:                                 ; preds = %B944.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B944.endif.endif.endif:                           ; preds = %B944.endif
  %.991 = load double, ptr %.977, align 8
  %.10.i36 = fcmp olt double %.991, %.954
  %.11.i37 = select i1 %.10.i36, double %.991, double %.954
  %.1049 = fcmp ogt double %.11.i, 0.000000e+00
  %.1053 = fcmp oge double %.11.i, %.11.i37
  %or.cond121 = select i1 %.1049, i1 %.1053, i1 false
  br i1 %or.cond121, label %B1080, label %B1084

B1142.endif:                                      ; preds = %B1104, %B1104
  %.1160 = call i32 @_ZN6zoning10boundaries7kernels12lines_source13point_segmentB3v35B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddd(ptr %.1156, ptr %excinfo.13, double %3, double %4, double %arg.wx, double %arg.wy, double %arg.bx, double %arg.by)
  %.1170 = load double, ptr %.1156, align 8
  switch i32 %.1160, label %B1142.endif.if.if [
    i32 -2, label %B1142.endif.endif
    i32 0, label %B1142.endif.endif
  ], !prof !2

B1142.if.if:                                      ; preds = %B1104
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B1142.endif.endif:                                ; preds = %B1142.endif, %B1142.endif
  %.1191 = call i32 @_ZN6zoning10boundaries7kernels12lines_source13point_segmentB3v35B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddd(ptr %.1187, ptr %excinfo.14, double %arg.wx, double %arg.wy, double %arg.cx, double %arg.cy, double %arg.dx, double %arg.dy)
  switch i32 %.1191, label %B1142.endif.endif.if.if [
    i32 -2, label %B1142.endif.endif.endif.endif
    i32 0, label %B1142.endif.endif.endif.endif
  ], !prof !2

B1142.endif.if.if:                                ; preds = %B1142.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B1142.endif.endif.if.if:                          ; preds = %B1142.endif.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B1142.endif.endif.endif.endif:                    ; preds = %B1142.endif.endif, %B1142.endif.endif
  %.1201 = load double, ptr %.1187, align 8
  %.13.i = fcmp olt double %.1170, %.1139
  %.14.i = select i1 %.13.i, double %.1170, double %.1139
  %.15.i = fcmp olt double %.1201, %.14.i
  %.16.i = select i1 %.15.i, double %.1201, double %.14.i
  %.1250 = fmul double %arg.clear, %arg.clear
  %.1254 = fcmp ult double %.16.i, %.1250
  br i1 %.1254, label %B1308, label %B1304

B1308.endif:                                      ; preds = %B1308, %B1308
  %.1330 = call i32 @_ZN6zoning10boundaries7kernels12lines_source13point_segmentB3v35B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddd(ptr %.1326, ptr %excinfo.17, double %3, double %4, double %arg.vx, double %arg.vy, double %arg.bx, double %arg.by)
  %.1340 = load double, ptr %.1326, align 8
  switch i32 %.1330, label %B1308.endif.if.if [
    i32 -2, label %B1308.endif.endif
    i32 0, label %B1308.endif.endif
  ], !prof !2

B1308.if.if:                                      ; preds = %B1308
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B1308.endif.endif:                                ; preds = %B1308.endif, %B1308.endif
  %.1369 = call i32 @_ZN6zoning10boundaries7kernels12lines_source13point_segmentB3v35B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddd(ptr %.1365, ptr %excinfo.18, double %arg.vx, double %arg.vy, double %arg.cx, double %arg.cy, double %arg.dx, double %arg.dy)
  switch i32 %.1369, label %B1308.endif.endif.if.if [
    i32 -2, label %B1308.endif.endif.endif.endif
    i32 0, label %B1308.endif.endif.endif.endif
  ], !prof !2

B1308.endif.if.if:                                ; preds = %B1308.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B1308.endif.endif.if.if:                          ; preds = %B1308.endif.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B1308.endif.endif.endif.endif:                    ; preds = %B1308.endif.endif, %B1308.endif.endif
  %.1379 = load double, ptr %.1365, align 8
  %.13.i38 = fcmp olt double %.1340, %.1305
  %.14.i39 = select i1 %.13.i38, double %.1340, double %.1305
  %.15.i40 = fcmp olt double %.1379, %.14.i39
  %.16.i41 = select i1 %.15.i40, double %.1379, double %.14.i39
  %.1435 = fcmp ogt double %.16.i, 0.000000e+00
  %.1439 = fcmp oge double %.16.i, %.16.i41
  %or.cond122 = select i1 %.1435, i1 %.1439, i1 false
  %"$phi1480.0.2.0" = zext i1 %or.cond122 to i64
  store i64 %"$phi1480.0.2.0", ptr %retptr, align 8
  br label %common.ret
}

define linkonce_odr i32 @_ZN6zoning10boundaries7kernels12lines_source6allowsB3v31B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddxdddddddd(ptr %retptr, ptr %excinfo, double %arg.cx, double %arg.cy, double %arg.dx, double %arg.dy, double %arg.clear, i64 %arg.loose, double %arg.ax, double %arg.ay, double %arg.vx, double %arg.vy, double %arg.bx, double %arg.by, double %arg.wx, double %arg.wy) {
B0:
  %.474 = alloca i64, align 8
  %excinfo.1 = alloca ptr, align 8
  %.664 = alloca i64, align 8
  %excinfo.4 = alloca ptr, align 8
  %.731 = alloca i64, align 8
  %excinfo.5 = alloca ptr, align 8
  %.808 = alloca double, align 8
  %excinfo.6 = alloca ptr, align 8
  %.841 = alloca double, align 8
  %excinfo.7 = alloca ptr, align 8
  %.941 = alloca double, align 8
  %excinfo.9 = alloca ptr, align 8
  %.978 = alloca double, align 8
  %excinfo.10 = alloca ptr, align 8
  %.1126 = alloca double, align 8
  %excinfo.12 = alloca ptr, align 8
  %.1157 = alloca double, align 8
  %excinfo.13 = alloca ptr, align 8
  %.1188 = alloca double, align 8
  %excinfo.14 = alloca ptr, align 8
  %.1292 = alloca double, align 8
  %excinfo.16 = alloca ptr, align 8
  %.1327 = alloca double, align 8
  %excinfo.17 = alloca ptr, align 8
  %.1366 = alloca double, align 8
  %excinfo.18 = alloca ptr, align 8
  %.48 = fcmp olt double %arg.cx, %arg.dx
  %"$phi22.0.2.081" = select i1 %.48, double %arg.cx, double %arg.dx
  %.86 = fsub double %"$phi22.0.2.081", %arg.clear
  %.88 = fcmp olt double %arg.ax, %.86
  %.94 = fcmp olt double %arg.bx, %.86
  %or.cond = select i1 %.88, i1 %.94, i1 false
  %.102 = fcmp olt double %arg.vx, %.86
  %or.cond118 = select i1 %or.cond, i1 %.102, i1 false
  br i1 %or.cond118, label %B98, label %B102

common.ret:                                       ; preds = %B1308.endif.endif.endif.endif, %B1308.endif.endif.if.if, %B1308.endif.if.if, %B1308.if.if, %B1142.endif.endif.if.if, %B1142.endif.if.if, %B1142.if.if, %B944.endif.if.if, %B944.if.if, %B810.endif.if.if, %B810.if.if, %B730.if.if, %B674.if.if, %B464.if.if, %B464.endif, %B1304, %B1084, %B1080, %B940, %B782, %B726, %B658, %B602, %B312, %B254, %B156, %B98
  %common.ret.op = phi i32 [ 0, %B98 ], [ 0, %B156 ], [ 0, %B254 ], [ 0, %B312 ], [ 0, %B602 ], [ 0, %B658 ], [ 0, %B726 ], [ 0, %B782 ], [ 0, %B940 ], [ 0, %B1080 ], [ 0, %B1084 ], [ 0, %B1304 ], [ 0, %B1308.endif.endif.endif.endif ], [ 0, %B464.endif ], [ %.478, %B464.if.if ], [ %.1192, %B1142.endif.endif.if.if ], [ %.1370, %B1308.endif.endif.if.if ], [ %.668, %B674.if.if ], [ %.735, %B730.if.if ], [ %.812, %B810.if.if ], [ %.845, %B810.endif.if.if ], [ %.1331, %B1308.endif.if.if ], [ %.945, %B944.if.if ], [ %.982, %B944.endif.if.if ], [ %.1296, %B1308.if.if ], [ %.1130, %B1142.if.if ], [ %.1161, %B1142.endif.if.if ]
  ret i32 %common.ret.op

B98:                                              ; preds = %B0
  store i64 1, ptr %retptr, align 8
  br label %common.ret

B102:                                             ; preds = %B0
  %0 = fcmp olt double %arg.cx, %arg.dx
  %"$phi42.0.2.0" = select i1 %0, double %arg.dx, double %arg.cx
  %.140 = fadd double %"$phi42.0.2.0", %arg.clear
  %.142 = fcmp ogt double %arg.ax, %.140
  %.148 = fcmp ogt double %arg.bx, %.140
  %or.cond119 = select i1 %.142, i1 %.148, i1 false
  %.156 = fcmp ogt double %arg.vx, %.140
  %or.cond120 = select i1 %or.cond119, i1 %.156, i1 false
  br i1 %or.cond120, label %B156, label %B160

B156:                                             ; preds = %B102
  store i64 1, ptr %retptr, align 8
  br label %common.ret

B160:                                             ; preds = %B102
  %.192 = fcmp olt double %arg.cy, %arg.dy
  %"$phi178.0.2.084" = select i1 %.192, double %arg.cy, double %arg.dy
  %.230 = fsub double %"$phi178.0.2.084", %arg.clear
  %.232 = fcmp olt double %arg.ay, %.230
  %.238 = fcmp olt double %arg.by, %.230
  %or.cond121 = select i1 %.232, i1 %.238, i1 false
  %.246 = fcmp olt double %arg.vy, %.230
  %or.cond122 = select i1 %or.cond121, i1 %.246, i1 false
  br i1 %or.cond122, label %B254, label %B258

B254:                                             ; preds = %B160
  store i64 1, ptr %retptr, align 8
  br label %common.ret

B258:                                             ; preds = %B160
  %1 = fcmp olt double %arg.cy, %arg.dy
  %"$phi198.0.2.0" = select i1 %1, double %arg.dy, double %arg.cy
  %.284 = fadd double %arg.clear, %"$phi198.0.2.0"
  %.286 = fcmp ogt double %arg.ay, %.284
  %.292 = fcmp ogt double %arg.by, %.284
  %or.cond123 = select i1 %.286, i1 %.292, i1 false
  %.300 = fcmp ogt double %arg.vy, %.284
  %or.cond124 = select i1 %or.cond123, i1 %.300, i1 false
  br i1 %or.cond124, label %B312, label %B316

B312:                                             ; preds = %B258
  store i64 1, ptr %retptr, align 8
  br label %common.ret

B316:                                             ; preds = %B258
  %.349 = icmp eq i64 %arg.loose, 1
  br i1 %.349, label %B336, label %B550

B336:                                             ; preds = %B316
  %.359 = fcmp oeq double %arg.cx, %arg.ax
  %.363 = fcmp oeq double %arg.cy, %arg.ay
  %or.cond125 = select i1 %.359, i1 %.363, i1 false
  br i1 %or.cond125, label %B384, label %B360

B360:                                             ; preds = %B336
  %.371 = fcmp oeq double %arg.cx, %arg.bx
  %.380 = fcmp oeq double %arg.cy, %arg.by
  %or.cond126 = select i1 %.371, i1 %.380, i1 false
  br i1 %or.cond126, label %B384, label %B388

B384:                                             ; preds = %B360, %B336
  br label %B388

B388:                                             ; preds = %B384, %B360
  %.516 = phi i1 [ false, %B384 ], [ true, %B360 ]
  %.43694 = phi i1 [ true, %B384 ], [ false, %B360 ]
  %.391 = fcmp oeq double %arg.dx, %arg.ax
  %.395 = fcmp oeq double %arg.dy, %arg.ay
  %or.cond127 = select i1 %.391, i1 %.395, i1 false
  br i1 %or.cond127, label %B440.thread91, label %B412

B412:                                             ; preds = %B388
  %.405 = fcmp oeq double %arg.dx, %arg.bx
  %.417 = fcmp oeq double %arg.dy, %arg.by
  %or.cond128 = select i1 %.405, i1 %.417, i1 false
  br i1 %or.cond128, label %B440.thread91, label %B538

B440.thread91:                                    ; preds = %B412, %B388
  br i1 %.43694, label %B464, label %B550

B464:                                             ; preds = %B440.thread91
  %.454 = fadd double %arg.cx, %arg.dx
  %.459 = fmul double %.454, 5.000000e-01
  %.462 = fadd double %arg.cy, %arg.dy
  %.467 = fmul double %.462, 5.000000e-01
  %.478 = call i32 @_ZN6zoning10boundaries7kernels12lines_source11in_triangleB3v32B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddddd(ptr %.474, ptr %excinfo.1, double %.459, double %.467, double %arg.ax, double %arg.ay, double %arg.vx, double %arg.vy, double %arg.bx, double %arg.by)
  %cond = icmp eq i32 %.478, 0
  br i1 %cond, label %B464.endif, label %B464.if.if, !prof !28

B538:                                             ; preds = %B412
  br i1 %.516, label %B550, label %B674

B550:                                             ; preds = %B538, %B440.thread91, %B316
  %.653 = phi i1 [ true, %B538 ], [ false, %B440.thread91 ], [ true, %B316 ]
  %.10.i.i = fsub double %arg.vx, %arg.ax
  %.11.i.i = fsub double %arg.cy, %arg.ay
  %.12.i.i = fmul double %.11.i.i, %.10.i.i
  %.13.i.i = fsub double %arg.vy, %arg.ay
  %.14.i.i = fsub double %arg.cx, %arg.ax
  %.15.i.i = fmul double %.14.i.i, %.13.i.i
  %.16.i.i = fsub double %.12.i.i, %.15.i.i
  %.10.i1.i = fsub double %arg.wx, %arg.vx
  %.11.i2.i = fsub double %arg.cy, %arg.vy
  %.12.i3.i = fmul double %.11.i2.i, %.10.i1.i
  %.13.i4.i = fsub double %arg.wy, %arg.vy
  %.14.i5.i = fsub double %arg.cx, %arg.vx
  %.15.i6.i = fmul double %.14.i5.i, %.13.i4.i
  %.16.i7.i = fsub double %.12.i3.i, %.15.i6.i
  %.10.i8.i = fsub double %arg.ax, %arg.wx
  %.11.i9.i = fsub double %arg.cy, %arg.wy
  %.12.i10.i = fmul double %.10.i8.i, %.11.i9.i
  %.13.i11.i = fsub double %arg.ay, %arg.wy
  %.14.i12.i = fsub double %arg.cx, %arg.wx
  %.15.i13.i = fmul double %.14.i12.i, %.13.i11.i
  %.16.i14.i = fsub double %.12.i10.i, %.15.i13.i
  %.99.i = fcmp oge double %.16.i.i, 0.000000e+00
  %.102.i = fcmp oge double %.16.i7.i, 0.000000e+00
  %or.cond.i = select i1 %.99.i, i1 %.102.i, i1 false
  %.105.i = fcmp oge double %.16.i14.i, 0.000000e+00
  %or.cond3.i = select i1 %or.cond.i, i1 %.105.i, i1 false
  br i1 %or.cond3.i, label %B602, label %B550.endif

B602:                                             ; preds = %B550.endif, %B550
  store i64 0, ptr %retptr, align 8
  br label %common.ret

B606:                                             ; preds = %B550.endif
  %.10.i.i1 = fsub double %arg.bx, %arg.vx
  %.12.i.i3 = fmul double %.11.i2.i, %.10.i.i1
  %.13.i.i4 = fsub double %arg.by, %arg.vy
  %.15.i.i6 = fmul double %.14.i5.i, %.13.i.i4
  %.16.i.i7 = fsub double %.12.i.i3, %.15.i.i6
  %.10.i1.i8 = fsub double %arg.wx, %arg.bx
  %.11.i2.i9 = fsub double %arg.cy, %arg.by
  %.12.i3.i10 = fmul double %.11.i2.i9, %.10.i1.i8
  %.13.i4.i11 = fsub double %arg.wy, %arg.by
  %.14.i5.i12 = fsub double %arg.cx, %arg.bx
  %.15.i6.i13 = fmul double %.14.i5.i12, %.13.i4.i11
  %.16.i7.i14 = fsub double %.12.i3.i10, %.15.i6.i13
  %.10.i8.i15 = fsub double %arg.vx, %arg.wx
  %.12.i10.i17 = fmul double %.10.i8.i15, %.11.i9.i
  %.13.i11.i18 = fsub double %arg.vy, %arg.wy
  %.15.i13.i20 = fmul double %.14.i12.i, %.13.i11.i18
  %.16.i14.i21 = fsub double %.12.i10.i17, %.15.i13.i20
  %.99.i22 = fcmp oge double %.16.i.i7, 0.000000e+00
  %.102.i23 = fcmp oge double %.16.i7.i14, 0.000000e+00
  %or.cond.i24 = select i1 %.99.i22, i1 %.102.i23, i1 false
  %.105.i25 = fcmp oge double %.16.i14.i21, 0.000000e+00
  %or.cond3.i26 = select i1 %or.cond.i24, i1 %.105.i25, i1 false
  br i1 %or.cond3.i26, label %B658, label %B606.endif

B658:                                             ; preds = %B606.endif, %B606
  store i64 0, ptr %retptr, align 8
  br label %common.ret

B662:                                             ; preds = %B606.endif
  br i1 %.653, label %B674, label %B1104

B674:                                             ; preds = %B662, %B538
  %.516104110 = phi i1 [ true, %B662 ], [ false, %B538 ]
  %.668 = call i32 @_ZN6zoning10boundaries7kernels12lines_source11in_triangleB3v32B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddddd(ptr %.664, ptr %excinfo.4, double %arg.dx, double %arg.dy, double %arg.ax, double %arg.ay, double %arg.vx, double %arg.vy, double %arg.wx, double %arg.wy)
  %cond46 = icmp eq i32 %.668, 0
  br i1 %cond46, label %B674.endif, label %B674.if.if, !prof !28

B726:                                             ; preds = %B674.endif
  store i64 0, ptr %retptr, align 8
  br label %common.ret

B730:                                             ; preds = %B674.endif
  %.735 = call i32 @_ZN6zoning10boundaries7kernels12lines_source11in_triangleB3v32B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddddd(ptr %.731, ptr %excinfo.5, double %arg.dx, double %arg.dy, double %arg.vx, double %arg.vy, double %arg.bx, double %arg.by, double %arg.wx, double %arg.wy)
  %cond47 = icmp eq i32 %.735, 0
  br i1 %cond47, label %B730.endif, label %B730.if.if, !prof !28

B782:                                             ; preds = %B730.endif
  store i64 0, ptr %retptr, align 8
  br label %common.ret

B786:                                             ; preds = %B730.endif
  br i1 %.516104110, label %B810, label %B1104

B810:                                             ; preds = %B786
  %.812 = call i32 @_ZN6zoning10boundaries7kernels12lines_source15segment_segmentB3v34B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddddd(ptr %.808, ptr %excinfo.6, double %arg.ax, double %arg.ay, double %arg.wx, double %arg.wy, double %arg.cx, double %arg.cy, double %arg.dx, double %arg.dy)
  %.822 = load double, ptr %.808, align 8
  %cond48 = icmp eq i32 %.812, 0
  br i1 %cond48, label %B810.endif, label %B810.if.if, !prof !28

B940:                                             ; preds = %B810.endif.endif.endif
  store i64 1, ptr %retptr, align 8
  br label %common.ret

B944:                                             ; preds = %B810.endif.endif.endif
  %.945 = call i32 @_ZN6zoning10boundaries7kernels12lines_source15segment_segmentB3v34B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddddd(ptr %.941, ptr %excinfo.9, double %arg.ax, double %arg.ay, double %arg.vx, double %arg.vy, double %arg.cx, double %arg.cy, double %arg.dx, double %arg.dy)
  %.955 = load double, ptr %.941, align 8
  %cond50 = icmp eq i32 %.945, 0
  br i1 %cond50, label %B944.endif, label %B944.if.if, !prof !28

B1080:                                            ; preds = %B944.endif.endif.endif
  store i64 1, ptr %retptr, align 8
  br label %common.ret

B1084:                                            ; preds = %B944.endif.endif.endif
  %.1065 = fcmp oeq double %.11.i37, 0.000000e+00
  %"$phi1102.0.2.0" = zext i1 %.1065 to i64
  store i64 %"$phi1102.0.2.0", ptr %retptr, align 8
  br label %common.ret

B1104:                                            ; preds = %B786, %B662
  %2 = phi double [ %arg.dx, %B786 ], [ %arg.cx, %B662 ]
  %3 = phi double [ %arg.dy, %B786 ], [ %arg.cy, %B662 ]
  %.1130 = call i32 @_ZN6zoning10boundaries7kernels12lines_source13point_segmentB3v35B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddd(ptr %.1126, ptr %excinfo.12, double %2, double %3, double %arg.ax, double %arg.ay, double %arg.wx, double %arg.wy)
  %.1140 = load double, ptr %.1126, align 8
  switch i32 %.1130, label %B1142.if.if [
    i32 -2, label %B1142.endif
    i32 0, label %B1142.endif
  ], !prof !2

B1304:                                            ; preds = %B1142.endif.endif.endif.endif
  store i64 1, ptr %retptr, align 8
  br label %common.ret

B1308:                                            ; preds = %B1142.endif.endif.endif.endif
  %.1296 = call i32 @_ZN6zoning10boundaries7kernels12lines_source13point_segmentB3v35B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddd(ptr %.1292, ptr %excinfo.16, double %2, double %3, double %arg.ax, double %arg.ay, double %arg.vx, double %arg.vy)
  %.1306 = load double, ptr %.1292, align 8
  switch i32 %.1296, label %B1308.if.if [
    i32 -2, label %B1308.endif
    i32 0, label %B1308.endif
  ], !prof !2

B464.endif:                                       ; preds = %B464
  %.488 = load i64, ptr %.474, align 8
  %.512 = sub nsw i64 1, %.488
  store i64 %.512, ptr %retptr, align 8
  br label %common.ret

B464.if.if:                                       ; preds = %B464
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B550.endif:                                       ; preds = %B550
  %.116.i = fcmp ole double %.16.i.i, 0.000000e+00
  %.121.i = fcmp ole double %.16.i7.i, 0.000000e+00
  %or.cond4.i = select i1 %.116.i, i1 %.121.i, i1 false
  %.126.i = fcmp ole double %.16.i14.i, 0.000000e+00
  %or.cond5.i = select i1 %or.cond4.i, i1 %.126.i, i1 false
  br i1 %or.cond5.i, label %B602, label %B606

B606.endif:                                       ; preds = %B606
  %.116.i28 = fcmp ole double %.16.i.i7, 0.000000e+00
  %.121.i29 = fcmp ole double %.16.i7.i14, 0.000000e+00
  %or.cond4.i30 = select i1 %.116.i28, i1 %.121.i29, i1 false
  %.126.i31 = fcmp ole double %.16.i14.i21, 0.000000e+00
  %or.cond5.i32 = select i1 %or.cond4.i30, i1 %.126.i31, i1 false
  br i1 %or.cond5.i32, label %B658, label %B662

B674.endif:                                       ; preds = %B674
  %.678 = load i64, ptr %.664, align 8
  %.688 = icmp eq i64 %.678, 1
  br i1 %.688, label %B726, label %B730

B674.if.if:                                       ; preds = %B674
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B730.endif:                                       ; preds = %B730
  %.745 = load i64, ptr %.731, align 8
  %.755 = icmp eq i64 %.745, 1
  br i1 %.755, label %B782, label %B786

B730.if.if:                                       ; preds = %B730
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B810.endif:                                       ; preds = %B810
  %.845 = call i32 @_ZN6zoning10boundaries7kernels12lines_source15segment_segmentB3v34B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddddd(ptr %.841, ptr %excinfo.7, double %arg.wx, double %arg.wy, double %arg.bx, double %arg.by, double %arg.cx, double %arg.cy, double %arg.dx, double %arg.dy)
  %cond49 = icmp eq i32 %.845, 0
  br i1 %cond49, label %B810.endif.endif.endif, label %B810.endif.if.if, !prof !28

B810.if.if:                                       ; preds = %B810
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B810.endif.if.if:                                 ; preds = %B810.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B810.endif.endif.endif:                           ; preds = %B810.endif
  %.855 = load double, ptr %.841, align 8
  %.10.i = fcmp olt double %.855, %.822
  %.11.i = select i1 %.10.i, double %.855, double %.822
  %.902 = fmul double %arg.clear, %arg.clear
  %.906 = fcmp ult double %.11.i, %.902
  br i1 %.906, label %B944, label %B940

B944.endif:                                       ; preds = %B944
  %.982 = call i32 @_ZN6zoning10boundaries7kernels12lines_source15segment_segmentB3v34B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddddd(ptr %.978, ptr %excinfo.10, double %arg.vx, double %arg.vy, double %arg.bx, double %arg.by, double %arg.cx, double %arg.cy, double %arg.dx, double %arg.dy)
  %cond51 = icmp eq i32 %.982, 0
  br i1 %cond51, label %B944.endif.endif.endif, label %B944.endif.if.if, !prof !28

B944.if.if:                                       ; preds = %B944
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B944.endif.if.if:                                 ; preds = %B944.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B944.endif.endif.endif:                           ; preds = %B944.endif
  %.992 = load double, ptr %.978, align 8
  %.10.i36 = fcmp olt double %.992, %.955
  %.11.i37 = select i1 %.10.i36, double %.992, double %.955
  %.1050 = fcmp ogt double %.11.i, 0.000000e+00
  %.1054 = fcmp oge double %.11.i, %.11.i37
  %or.cond129 = select i1 %.1050, i1 %.1054, i1 false
  br i1 %or.cond129, label %B1080, label %B1084

B1142.endif:                                      ; preds = %B1104, %B1104
  %.1161 = call i32 @_ZN6zoning10boundaries7kernels12lines_source13point_segmentB3v35B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddd(ptr %.1157, ptr %excinfo.13, double %2, double %3, double %arg.wx, double %arg.wy, double %arg.bx, double %arg.by)
  %.1171 = load double, ptr %.1157, align 8
  switch i32 %.1161, label %B1142.endif.if.if [
    i32 -2, label %B1142.endif.endif
    i32 0, label %B1142.endif.endif
  ], !prof !2

B1142.if.if:                                      ; preds = %B1104
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B1142.endif.endif:                                ; preds = %B1142.endif, %B1142.endif
  %.1192 = call i32 @_ZN6zoning10boundaries7kernels12lines_source13point_segmentB3v35B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddd(ptr %.1188, ptr %excinfo.14, double %arg.wx, double %arg.wy, double %arg.cx, double %arg.cy, double %arg.dx, double %arg.dy)
  switch i32 %.1192, label %B1142.endif.endif.if.if [
    i32 -2, label %B1142.endif.endif.endif.endif
    i32 0, label %B1142.endif.endif.endif.endif
  ], !prof !2

B1142.endif.if.if:                                ; preds = %B1142.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B1142.endif.endif.if.if:                          ; preds = %B1142.endif.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B1142.endif.endif.endif.endif:                    ; preds = %B1142.endif.endif, %B1142.endif.endif
  %.1202 = load double, ptr %.1188, align 8
  %.13.i = fcmp olt double %.1171, %.1140
  %.14.i = select i1 %.13.i, double %.1171, double %.1140
  %.15.i = fcmp olt double %.1202, %.14.i
  %.16.i = select i1 %.15.i, double %.1202, double %.14.i
  %.1251 = fmul double %arg.clear, %arg.clear
  %.1255 = fcmp ult double %.16.i, %.1251
  br i1 %.1255, label %B1308, label %B1304

B1308.endif:                                      ; preds = %B1308, %B1308
  %.1331 = call i32 @_ZN6zoning10boundaries7kernels12lines_source13point_segmentB3v35B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddd(ptr %.1327, ptr %excinfo.17, double %2, double %3, double %arg.vx, double %arg.vy, double %arg.bx, double %arg.by)
  %.1341 = load double, ptr %.1327, align 8
  switch i32 %.1331, label %B1308.endif.if.if [
    i32 -2, label %B1308.endif.endif
    i32 0, label %B1308.endif.endif
  ], !prof !2

B1308.if.if:                                      ; preds = %B1308
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B1308.endif.endif:                                ; preds = %B1308.endif, %B1308.endif
  %.1370 = call i32 @_ZN6zoning10boundaries7kernels12lines_source13point_segmentB3v35B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddd(ptr %.1366, ptr %excinfo.18, double %arg.vx, double %arg.vy, double %arg.cx, double %arg.cy, double %arg.dx, double %arg.dy)
  switch i32 %.1370, label %B1308.endif.endif.if.if [
    i32 -2, label %B1308.endif.endif.endif.endif
    i32 0, label %B1308.endif.endif.endif.endif
  ], !prof !2

B1308.endif.if.if:                                ; preds = %B1308.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B1308.endif.endif.if.if:                          ; preds = %B1308.endif.endif
  store ptr null, ptr %excinfo, align 8
  br label %common.ret

B1308.endif.endif.endif.endif:                    ; preds = %B1308.endif.endif, %B1308.endif.endif
  %.1380 = load double, ptr %.1366, align 8
  %.13.i38 = fcmp olt double %.1341, %.1306
  %.14.i39 = select i1 %.13.i38, double %.1341, double %.1306
  %.15.i40 = fcmp olt double %.1380, %.14.i39
  %.16.i41 = select i1 %.15.i40, double %.1380, double %.14.i39
  %.1436 = fcmp ogt double %.16.i, 0.000000e+00
  %.1440 = fcmp oge double %.16.i, %.16.i41
  %or.cond130 = select i1 %.1436, i1 %.1440, i1 false
  %"$phi1480.0.2.0" = zext i1 %or.cond130 to i64
  store i64 %"$phi1480.0.2.0", ptr %retptr, align 8
  br label %common.ret
}

define linkonce_odr i32 @_ZN6zoning10boundaries7kernels12lines_source11in_triangleB3v32B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddddd(ptr %retptr, ptr %excinfo, double %arg.px, double %arg.py, double %arg.ax, double %arg.ay, double %arg.bx, double %arg.by, double %arg.cx, double %arg.cy) {
B0.endif.endif.endif:
  %.10.i = fsub double %arg.bx, %arg.ax
  %.11.i = fsub double %arg.py, %arg.ay
  %.12.i = fmul double %.11.i, %.10.i
  %.13.i = fsub double %arg.by, %arg.ay
  %.14.i = fsub double %arg.px, %arg.ax
  %.15.i = fmul double %.14.i, %.13.i
  %.16.i = fsub double %.12.i, %.15.i
  %.10.i1 = fsub double %arg.cx, %arg.bx
  %.11.i2 = fsub double %arg.py, %arg.by
  %.12.i3 = fmul double %.11.i2, %.10.i1
  %.13.i4 = fsub double %arg.cy, %arg.by
  %.14.i5 = fsub double %arg.px, %arg.bx
  %.15.i6 = fmul double %.14.i5, %.13.i4
  %.16.i7 = fsub double %.12.i3, %.15.i6
  %.10.i8 = fsub double %arg.ax, %arg.cx
  %.11.i9 = fsub double %arg.py, %arg.cy
  %.12.i10 = fmul double %.10.i8, %.11.i9
  %.13.i11 = fsub double %arg.ay, %arg.cy
  %.14.i12 = fsub double %arg.px, %arg.cx
  %.15.i13 = fmul double %.14.i12, %.13.i11
  %.16.i14 = fsub double %.12.i10, %.15.i13
  %.99 = fcmp oge double %.16.i, 0.000000e+00
  %.102 = fcmp oge double %.16.i7, 0.000000e+00
  %or.cond = select i1 %.99, i1 %.102, i1 false
  %.105 = fcmp oge double %.16.i14, 0.000000e+00
  %or.cond3 = select i1 %or.cond, i1 %.105, i1 false
  br i1 %or.cond3, label %common.ret, label %B164

common.ret:                                       ; preds = %B164, %B0.endif.endif.endif
  %.sink = phi i64 [ 1, %B0.endif.endif.endif ], [ %., %B164 ]
  store i64 %.sink, ptr %retptr, align 8
  ret i32 0

B164:                                             ; preds = %B0.endif.endif.endif
  %.116 = fcmp ole double %.16.i, 0.000000e+00
  %.121 = fcmp ole double %.16.i7, 0.000000e+00
  %or.cond4 = select i1 %.116, i1 %.121, i1 false
  %.126 = fcmp ole double %.16.i14, 0.000000e+00
  %or.cond5 = select i1 %or.cond4, i1 %.126, i1 false
  %. = zext i1 %or.cond5 to i64
  br label %common.ret
}

define linkonce_odr i32 @_ZN6zoning10boundaries7kernels12lines_source15segment_segmentB3v34B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddddd(ptr %retptr, ptr %excinfo, double %arg.ax, double %arg.ay, double %arg.bx, double %arg.by, double %arg.cx, double %arg.cy, double %arg.dx, double %arg.dy) {
B0.endif.endif:
  %.10.i = fsub double %arg.bx, %arg.ax
  %.11.i = fsub double %arg.cy, %arg.ay
  %.12.i = fmul double %.10.i, %.11.i
  %.13.i = fsub double %arg.by, %arg.ay
  %.14.i = fsub double %arg.cx, %arg.ax
  %.15.i = fmul double %.13.i, %.14.i
  %.16.i = fsub double %.12.i, %.15.i
  %.11.i9 = fsub double %arg.dy, %arg.ay
  %.12.i10 = fmul double %.10.i, %.11.i9
  %.14.i12 = fsub double %arg.dx, %arg.ax
  %.15.i13 = fmul double %.13.i, %.14.i12
  %.16.i14 = fsub double %.12.i10, %.15.i13
  %.99 = fcmp olt double %.16.i, 0.000000e+00
  %.102 = fcmp ogt double %.16.i14, 0.000000e+00
  %or.cond = select i1 %.99, i1 %.102, i1 false
  br i1 %or.cond, label %B132.endif.endif, label %B108

B108:                                             ; preds = %B0.endif.endif
  %.105 = fcmp ogt double %.16.i, 0.000000e+00
  %.110 = fcmp olt double %.16.i14, 0.000000e+00
  %or.cond9 = select i1 %.105, i1 %.110, i1 false
  br i1 %or.cond9, label %B132.endif.endif, label %B108.B264_crit_edge

B108.B264_crit_edge:                              ; preds = %B108
  %.pre136 = fsub double %arg.dx, %arg.cx
  %.pre137 = fsub double %arg.dy, %arg.cy
  %.pre1 = fsub double %arg.ax, %arg.cx
  %.pre2 = fsub double %arg.ay, %arg.cy
  br label %B264

B236:                                             ; preds = %B132.endif.endif
  %.193 = fcmp ogt double %.16.i7, 0.000000e+00
  %.198 = fcmp olt double %.16.i21, 0.000000e+00
  %or.cond11 = and i1 %.193, %.198
  br i1 %or.cond11, label %common.ret, label %B264

common.ret:                                       ; preds = %B264.endif.endif.endif.endif.endif, %B132.endif.endif, %B236
  %storemerge = phi double [ %.21.i, %B264.endif.endif.endif.endif.endif ], [ 0.000000e+00, %B236 ], [ 0.000000e+00, %B132.endif.endif ]
  store double %storemerge, ptr %retptr, align 8
  ret i32 0

B264:                                             ; preds = %B236, %B108.B264_crit_edge
  %.60.i.pre-phi = phi double [ %.11.i2, %B236 ], [ %.pre2, %B108.B264_crit_edge ]
  %.55.i.pre-phi = phi double [ %.14.i5, %B236 ], [ %.pre1, %B108.B264_crit_edge ]
  %.32.i.pre-phi = phi double [ %.13.i4, %B236 ], [ %.pre137, %B108.B264_crit_edge ]
  %.27.i.pre-phi = phi double [ %.10.i1, %B236 ], [ %.pre136, %B108.B264_crit_edge ]
  %.38.i = fmul double %.27.i.pre-phi, %.27.i.pre-phi
  %.41.i = fmul double %.32.i.pre-phi, %.32.i.pre-phi
  %.42.i = fadd double %.41.i, %.38.i
  %.47.i = fcmp ogt double %.42.i, 0.000000e+00
  br i1 %.47.i, label %B58.endif.i, label %B264.endif

B114.i:                                           ; preds = %B58.endif.i
  %.86.i = fcmp ogt double %.68.i, 0.000000e+00
  br i1 %.86.i, label %B126.i, label %B58.endif.i35

B126.i:                                           ; preds = %B58.endif.i, %B114.i
  %t.2.13.i = phi double [ %.68.i, %B114.i ], [ 1.000000e+00, %B58.endif.i ]
  %.90.i = fmul double %.27.i.pre-phi, %t.2.13.i
  %.94.i = fadd double %arg.cx, %.90.i
  %.101.i = fmul double %.32.i.pre-phi, %t.2.13.i
  %.107.i = fadd double %arg.cy, %.101.i
  %.pre = fsub double %arg.ax, %.94.i
  %.pre131 = fsub double %arg.ay, %.107.i
  br label %B58.endif.i35

B58.endif.i:                                      ; preds = %B264
  %.57.i = fmul double %.55.i.pre-phi, %.27.i.pre-phi
  %.62.i = fmul double %.60.i.pre-phi, %.32.i.pre-phi
  %.63.i = fadd double %.62.i, %.57.i
  %.68.i = fdiv double %.63.i, %.42.i
  %.74.i = fcmp ogt double %.68.i, 1.000000e+00
  br i1 %.74.i, label %B126.i, label %B114.i

B132.endif.endif:                                 ; preds = %B108, %B0.endif.endif
  %.10.i1 = fsub double %arg.dx, %arg.cx
  %.11.i2 = fsub double %arg.ay, %arg.cy
  %.12.i3 = fmul double %.11.i2, %.10.i1
  %.13.i4 = fsub double %arg.dy, %arg.cy
  %.14.i5 = fsub double %arg.ax, %arg.cx
  %.15.i6 = fmul double %.14.i5, %.13.i4
  %.16.i7 = fsub double %.12.i3, %.15.i6
  %.11.i16 = fsub double %arg.by, %arg.cy
  %.12.i17 = fmul double %.11.i16, %.10.i1
  %.14.i19 = fsub double %arg.bx, %arg.cx
  %.15.i20 = fmul double %.14.i19, %.13.i4
  %.16.i21 = fsub double %.12.i17, %.15.i20
  %.187 = fcmp olt double %.16.i7, 0.000000e+00
  %.190 = fcmp ogt double %.16.i21, 0.000000e+00
  %or.cond10 = and i1 %.187, %.190
  br i1 %or.cond10, label %common.ret, label %B236

B264.endif:                                       ; preds = %B264
  %.135.i = fmul double %.55.i.pre-phi, %.55.i.pre-phi
  %.146.i = fmul double %.60.i.pre-phi, %.60.i.pre-phi
  %.147.i = fadd double %.146.i, %.135.i
  br label %B264.endif.endif

B114.i43:                                         ; preds = %B58.endif.i35
  %.86.i44 = fcmp ogt double %.68.i41, 0.000000e+00
  br i1 %.86.i44, label %B126.i45, label %B264.endif.endif

B126.i45:                                         ; preds = %B58.endif.i35, %B114.i43
  %t.2.13.i46 = phi double [ %.68.i41, %B114.i43 ], [ 1.000000e+00, %B58.endif.i35 ]
  %.90.i47 = fmul double %.27.i.pre-phi, %t.2.13.i46
  %.94.i48 = fadd double %arg.cx, %.90.i47
  %.101.i49 = fmul double %.32.i.pre-phi, %t.2.13.i46
  %.107.i50 = fadd double %arg.cy, %.101.i49
  br label %B264.endif.endif

B58.endif.i35:                                    ; preds = %B126.i, %B114.i
  %.138.i117.pre-phi = phi double [ %.pre131, %B126.i ], [ %.60.i.pre-phi, %B114.i ]
  %.127.i115.pre-phi = phi double [ %.pre, %B126.i ], [ %.55.i.pre-phi, %B114.i ]
  %.135.i116 = fmul double %.127.i115.pre-phi, %.127.i115.pre-phi
  %.146.i118 = fmul double %.138.i117.pre-phi, %.138.i117.pre-phi
  %.147.i119 = fadd double %.146.i118, %.135.i116
  %.55.i36 = fsub double %arg.bx, %arg.cx
  %.57.i37 = fmul double %.55.i36, %.27.i.pre-phi
  %.60.i38 = fsub double %arg.by, %arg.cy
  %.62.i39 = fmul double %.60.i38, %.32.i.pre-phi
  %.63.i40 = fadd double %.62.i39, %.57.i37
  %.68.i41 = fdiv double %.63.i40, %.42.i
  %.74.i42 = fcmp ogt double %.68.i41, 1.000000e+00
  br i1 %.74.i42, label %B126.i45, label %B114.i43

B264.endif.endif:                                 ; preds = %B126.i45, %B114.i43, %B264.endif
  %.147.i120 = phi double [ %.147.i119, %B126.i45 ], [ %.147.i119, %B114.i43 ], [ %.147.i, %B264.endif ]
  %ax.2.0.i28 = phi double [ %.94.i48, %B126.i45 ], [ %arg.cx, %B114.i43 ], [ %arg.cx, %B264.endif ]
  %ay.2.0.i29 = phi double [ %.107.i50, %B126.i45 ], [ %arg.cy, %B114.i43 ], [ %arg.cy, %B264.endif ]
  %.127.i30 = fsub double %arg.bx, %ax.2.0.i28
  %.135.i31 = fmul double %.127.i30, %.127.i30
  %.138.i32 = fsub double %arg.by, %ay.2.0.i29
  %.146.i33 = fmul double %.138.i32, %.138.i32
  %.147.i34 = fadd double %.135.i31, %.146.i33
  %.38.i54 = fmul double %.10.i, %.10.i
  %.41.i55 = fmul double %.13.i, %.13.i
  %.42.i56 = fadd double %.38.i54, %.41.i55
  %.47.i57 = fcmp ogt double %.42.i56, 0.000000e+00
  br i1 %.47.i57, label %B58.endif.i65, label %B264.endif.endif.endif

B114.i73:                                         ; preds = %B58.endif.i65
  %.86.i74 = fcmp ogt double %.68.i71, 0.000000e+00
  br i1 %.86.i74, label %B126.i75, label %B58.endif.i95

B126.i75:                                         ; preds = %B58.endif.i65, %B114.i73
  %t.2.13.i76 = phi double [ %.68.i71, %B114.i73 ], [ 1.000000e+00, %B58.endif.i65 ]
  %.90.i77 = fmul double %.10.i, %t.2.13.i76
  %.94.i78 = fadd double %arg.ax, %.90.i77
  %.101.i79 = fmul double %.13.i, %t.2.13.i76
  %.107.i80 = fadd double %arg.ay, %.101.i79
  %.pre132 = fsub double %arg.cx, %.94.i78
  %.pre133 = fsub double %arg.cy, %.107.i80
  br label %B58.endif.i95

B58.endif.i65:                                    ; preds = %B264.endif.endif
  %.57.i67 = fmul double %.10.i, %.14.i
  %.62.i69 = fmul double %.13.i, %.11.i
  %.63.i70 = fadd double %.57.i67, %.62.i69
  %.68.i71 = fdiv double %.63.i70, %.42.i56
  %.74.i72 = fcmp ogt double %.68.i71, 1.000000e+00
  br i1 %.74.i72, label %B126.i75, label %B114.i73

B264.endif.endif.endif:                           ; preds = %B264.endif.endif
  %.135.i61 = fmul double %.14.i, %.14.i
  %.146.i63 = fmul double %.11.i, %.11.i
  %.147.i64 = fadd double %.135.i61, %.146.i63
  br label %B264.endif.endif.endif.endif.endif

B114.i103:                                        ; preds = %B58.endif.i95
  %.86.i104 = fcmp ogt double %.68.i101, 0.000000e+00
  br i1 %.86.i104, label %B126.i105, label %B264.endif.endif.endif.endif.endif

B126.i105:                                        ; preds = %B58.endif.i95, %B114.i103
  %t.2.13.i106 = phi double [ %.68.i101, %B114.i103 ], [ 1.000000e+00, %B58.endif.i95 ]
  %.90.i107 = fmul double %.10.i, %t.2.13.i106
  %.94.i108 = fadd double %arg.ax, %.90.i107
  %.101.i109 = fmul double %.13.i, %t.2.13.i106
  %.107.i110 = fadd double %arg.ay, %.101.i109
  %.pre134 = fsub double %arg.dx, %.94.i108
  %.pre135 = fsub double %arg.dy, %.107.i110
  br label %B264.endif.endif.endif.endif.endif

B58.endif.i95:                                    ; preds = %B126.i75, %B114.i73
  %.138.i62126.pre-phi = phi double [ %.pre133, %B126.i75 ], [ %.11.i, %B114.i73 ]
  %.127.i60124.pre-phi = phi double [ %.pre132, %B126.i75 ], [ %.14.i, %B114.i73 ]
  %.135.i61125 = fmul double %.127.i60124.pre-phi, %.127.i60124.pre-phi
  %.146.i63127 = fmul double %.138.i62126.pre-phi, %.138.i62126.pre-phi
  %.147.i64128 = fadd double %.146.i63127, %.135.i61125
  %.57.i97 = fmul double %.10.i, %.14.i12
  %.62.i99 = fmul double %.13.i, %.11.i9
  %.63.i100 = fadd double %.57.i97, %.62.i99
  %.68.i101 = fdiv double %.63.i100, %.42.i56
  %.74.i102 = fcmp ogt double %.68.i101, 1.000000e+00
  br i1 %.74.i102, label %B126.i105, label %B114.i103

B264.endif.endif.endif.endif.endif:               ; preds = %B126.i105, %B114.i103, %B264.endif.endif.endif
  %.138.i92.pre-phi = phi double [ %.11.i9, %B264.endif.endif.endif ], [ %.11.i9, %B114.i103 ], [ %.pre135, %B126.i105 ]
  %.127.i90.pre-phi = phi double [ %.14.i12, %B264.endif.endif.endif ], [ %.14.i12, %B114.i103 ], [ %.pre134, %B126.i105 ]
  %.147.i64129 = phi double [ %.147.i64, %B264.endif.endif.endif ], [ %.147.i64128, %B114.i103 ], [ %.147.i64128, %B126.i105 ]
  %.135.i91 = fmul double %.127.i90.pre-phi, %.127.i90.pre-phi
  %.146.i93 = fmul double %.138.i92.pre-phi, %.138.i92.pre-phi
  %.147.i94 = fadd double %.146.i93, %.135.i91
  %.16.i112 = fcmp olt double %.147.i34, %.147.i120
  %.17.i = select i1 %.16.i112, double %.147.i34, double %.147.i120
  %.18.i = fcmp olt double %.147.i64129, %.17.i
  %.19.i = select i1 %.18.i, double %.147.i64129, double %.17.i
  %.20.i = fcmp olt double %.147.i94, %.19.i
  %.21.i = select i1 %.20.i, double %.147.i94, double %.19.i
  br label %common.ret
}

define linkonce_odr i32 @_ZN6zoning10boundaries7kernels12lines_source13point_segmentB3v35B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEdddddd(ptr %retptr, ptr %excinfo, double %arg.px, double %arg.py, double %arg.ax, double %arg.ay, double %arg.bx, double %arg.by) {
B0:
  %.27 = fsub double %arg.bx, %arg.ax
  %.32 = fsub double %arg.by, %arg.ay
  %.38 = fmul double %.27, %.27
  %.41 = fmul double %.32, %.32
  %.42 = fadd double %.38, %.41
  %.47 = fcmp ogt double %.42, 0.000000e+00
  br i1 %.47, label %B58.endif, label %B158

B114:                                             ; preds = %B58.endif
  %.86 = fcmp ogt double %.68, 0.000000e+00
  br i1 %.86, label %B126, label %B158

B126:                                             ; preds = %B58.endif, %B114
  %t.2.13 = phi double [ %.68, %B114 ], [ 1.000000e+00, %B58.endif ]
  %.90 = fmul double %.27, %t.2.13
  %.94 = fadd double %arg.ax, %.90
  %.101 = fmul double %.32, %t.2.13
  %.107 = fadd double %arg.ay, %.101
  br label %B158

B158:                                             ; preds = %B126, %B114, %B0
  %ax.2.0 = phi double [ %.94, %B126 ], [ %arg.ax, %B114 ], [ %arg.ax, %B0 ]
  %ay.2.0 = phi double [ %.107, %B126 ], [ %arg.ay, %B114 ], [ %arg.ay, %B0 ]
  %.127 = fsub double %arg.px, %ax.2.0
  %.135 = fmul double %.127, %.127
  %.138 = fsub double %arg.py, %ay.2.0
  %.146 = fmul double %.138, %.138
  %.147 = fadd double %.135, %.146
  store double %.147, ptr %retptr, align 8
  ret i32 0

B58.endif:                                        ; preds = %B0
  %.55 = fsub double %arg.px, %arg.ax
  %.57 = fmul double %.55, %.27
  %.60 = fsub double %arg.py, %arg.ay
  %.62 = fmul double %.60, %.32
  %.63 = fadd double %.57, %.62
  %.68 = fdiv double %.63, %.42
  %.74 = fcmp ogt double %.68, 1.000000e+00
  br i1 %.74, label %B126, label %B114
}

define i32 @zoning_clip_ridges(ptr %retptr, ptr %excinfo, i64 %arg.n_faces, ptr %arg.ring_from, ptr %arg.ring, ptr %arg.ridge_from, ptr %arg.ridge, double %arg.snap, ptr %arg.hits_t, ptr %arg.hits_n, ptr %arg.hit_segment, ptr %arg.hit_at, ptr %arg.piece, i64 %arg.room) {
B0.endif:
  %.126643.not = icmp slt i64 %arg.n_faces, 1
  br i1 %.126643.not, label %B1746, label %B46.endif.preheader

B46.endif.preheader:                              ; preds = %B0.endif
  br label %B46.endif

B44.loopexit:                                     ; preds = %B46.endif, %B1748
  %pieces.3.1.lcssa = phi i64 [ %pieces.5.0650, %B46.endif ], [ %pieces.4.2, %B1748 ]
  %hits.2.1.lcssa = phi i64 [ %hits.4.0651, %B46.endif ], [ %hits.3.2, %B1748 ]
  %exitcond.not = icmp eq i64 %arg.n_faces, %.139
  br i1 %exitcond.not, label %B1746, label %B46.endif

B152:                                             ; preds = %B152.lr.ph, %B1748
  %hits.2.1564 = phi i64 [ %hits.4.0651, %B152.lr.ph ], [ %hits.3.2, %B1748 ]
  %pieces.3.1563 = phi i64 [ %pieces.5.0650, %B152.lr.ph ], [ %pieces.4.2, %B1748 ]
  %.275503562 = phi i64 [ %.232, %B152.lr.ph ], [ %.285, %B1748 ]
  %.282511561 = phi i64 [ %.191, %B152.lr.ph ], [ %.289, %B1748 ]
  %.285 = add nsw i64 %.275503562, -1
  %.289 = add i64 %.282511561, 1
  %.320.idx = shl i64 %.282511561, 5
  %.320 = getelementptr i8, ptr %arg.ridge, i64 %.320.idx
  %.321 = load double, ptr %.320, align 8
  %.329 = getelementptr i8, ptr %.320, i64 8
  %.330 = load double, ptr %.329, align 8
  %.338 = getelementptr i8, ptr %.320, i64 16
  %.339 = load double, ptr %.338, align 8
  %.347 = getelementptr i8, ptr %.320, i64 24
  %.348 = load double, ptr %.347, align 8
  %.354 = fsub double %.339, %.321
  %.360 = fsub double %.348, %.330
  %.366 = fmul double %.354, %.354
  %.369 = fmul double %.360, %.360
  %.370 = fadd double %.366, %.369
  %sqrt = tail call double @llvm.sqrt.f64(double %.370)
  %.376 = fcmp oeq double %.370, 0.000000e+00
  br i1 %.376, label %B1748, label %B342.endif.endif.endif.endif.endif

B510:                                             ; preds = %B510.lr.ph, %B1747
  %m.2.3487 = phi i64 [ 0, %B510.lr.ph ], [ %m.3.4, %B1747 ]
  %.627480486 = phi i64 [ %..584, %B510.lr.ph ], [ %.637, %B1747 ]
  %.634482485 = phi i64 [ %.178, %B510.lr.ph ], [ %.641, %B1747 ]
  %.637 = add nsw i64 %.627480486, -1
  %.641 = add i64 %.634482485, 1
  %.672.idx = shl i64 %.634482485, 5
  %.672 = getelementptr i8, ptr %arg.ring, i64 %.672.idx
  %.673 = load double, ptr %.672, align 8
  %.681 = getelementptr i8, ptr %.672, i64 16
  %.682 = load double, ptr %.681, align 8
  %.688 = fcmp olt double %.673, %.11.i
  %.692 = fcmp olt double %.682, %.11.i
  %or.cond = select i1 %.688, i1 %.692, i1 false
  br i1 %or.cond, label %B1747, label %B586

B586:                                             ; preds = %B510
  %.696 = fcmp ogt double %.673, %.11.i25
  %.700 = fcmp ogt double %.682, %.11.i25
  %or.cond411 = select i1 %.696, i1 %.700, i1 false
  br i1 %or.cond411, label %B1747, label %B612

B612:                                             ; preds = %B586
  %sunkaddr = getelementptr i8, ptr %arg.ring, i64 %.672.idx
  %sunkaddr46 = getelementptr i8, ptr %sunkaddr, i64 8
  %.720 = load double, ptr %sunkaddr46, align 8
  %sunkaddr47 = getelementptr i8, ptr %arg.ring, i64 %.672.idx
  %sunkaddr48 = getelementptr i8, ptr %sunkaddr47, i64 24
  %.729 = load double, ptr %sunkaddr48, align 8
  %.735 = fcmp olt double %.720, %.11.i27
  %.739 = fcmp olt double %.729, %.11.i27
  %or.cond412 = select i1 %.735, i1 %.739, i1 false
  br i1 %or.cond412, label %B1747, label %B692

B692:                                             ; preds = %B612
  %.743 = fcmp ogt double %.720, %.11.i29
  %.747 = fcmp ogt double %.729, %.11.i29
  %or.cond413 = select i1 %.743, i1 %.747, i1 false
  br i1 %or.cond413, label %B1747, label %B718

B718:                                             ; preds = %B692
  %.767 = fsub double %.720, %.330
  %.769 = fmul double %.354, %.767
  %.772 = fsub double %.673, %.321
  %.774 = fmul double %.360, %.772
  %.775 = fsub double %.769, %.774
  %.781 = fsub double %.729, %.330
  %.783 = fmul double %.354, %.781
  %.786 = fsub double %.682, %.321
  %.788 = fmul double %.360, %.786
  %.789 = fsub double %.783, %.788
  %.794 = fcmp ogt double %.775, 0.000000e+00
  %0 = fcmp ule double %.789, 0.000000e+00
  %.797 = xor i1 %.794, %0
  br i1 %.797, label %B1747, label %B816

B816:                                             ; preds = %B718
  %.821 = fsub double %.775, %.789
  %.828 = fdiv double %.775, %.821
  %.836 = fsub double %.682, %.673
  %.844 = fsub double %.729, %.720
  %.852 = fmul double %.836, %.828
  %.854 = fadd double %.673, %.852
  %.859 = fmul double %.844, %.828
  %.861 = fadd double %.720, %.859
  %.865 = fsub double %.854, %.321
  %.867 = fmul double %.354, %.865
  %.869 = fsub double %.861, %.330
  %.871 = fmul double %.360, %.869
  %.872 = fadd double %.867, %.871
  %.879 = fdiv double %.872, %.875
  %.884 = fcmp olt double %.879, 0.000000e+00
  %.887 = fcmp ogt double %.879, 1.000000e+00
  %or.cond414 = or i1 %.884, %.887
  br i1 %or.cond414, label %B1747, label %B956

B956:                                             ; preds = %B816
  %.907 = fmul double %.836, %.836
  %.912 = fmul double %.844, %.844
  %.915 = fadd double %.907, %.912
  %sqrt420 = tail call double @llvm.sqrt.f64(double %.915)
  %.922 = fmul double %sqrt420, %.828
  %.924 = fcmp olt double %.922, %arg.snap
  br i1 %.924, label %B1022, label %B1040

B1022:                                            ; preds = %B956
  %.931 = mul nsw i64 %.634482485, 3
  %.934 = add nsw i64 %.931, 1
  br label %B1170

B1040:                                            ; preds = %B956
  %.940 = fsub double 1.000000e+00, %.828
  %.942 = fmul double %sqrt420, %.940
  %.946 = fcmp olt double %.942, %arg.snap
  br i1 %.946, label %B1064, label %B1082

B1064:                                            ; preds = %B1040
  %.951 = mul nsw i64 %.634482485, 3
  %.954 = add nsw i64 %.951, 2
  br label %B1170

B1082:                                            ; preds = %B1040
  %.960 = add nsw i64 %m.2.3487, %hits.2.1564
  %.962 = icmp sge i64 %.960, %arg.room
  %.965 = icmp sgt i64 %m.2.3487, 3999
  %or.cond415 = or i1 %.965, %.962
  br i1 %or.cond415, label %common.ret, label %B1122

common.ret:                                       ; preds = %B1746, %B1626, %B1324, %B1082
  %pieces.5.0.lcssa.sink = phi i64 [ %pieces.5.0.lcssa, %B1746 ], [ -1, %B1626 ], [ -1, %B1082 ], [ -1, %B1324 ]
  store i64 %pieces.5.0.lcssa.sink, ptr %retptr, align 8
  ret i32 0

B1122:                                            ; preds = %B1082
  %.1036 = mul nsw i64 %.960, 3
  %.1044 = getelementptr i64, ptr %arg.hit_segment, i64 %.960
  store i64 %.634482485, ptr %.1044, align 8
  %.1053 = getelementptr double, ptr %arg.hit_at, i64 %.960
  store double %.828, ptr %.1053, align 8
  br label %B1170

B1170:                                            ; preds = %B1122, %B1064, %B1022
  %node.3.5 = phi i64 [ %.934, %B1022 ], [ %.954, %B1064 ], [ %.1036, %B1122 ]
  %.1067 = icmp sgt i64 %m.2.3487, 0
  br i1 %.1067, label %B1186, label %B1324.thread

B1324.thread:                                     ; preds = %B1170
  %sunkaddr49 = mul i64 %m.2.3487, 8
  %sunkaddr50 = getelementptr i8, ptr %arg.hits_t, i64 %sunkaddr49
  store double %.879, ptr %sunkaddr50, align 8
  %.1157389 = getelementptr i64, ptr %arg.hits_n, i64 %m.2.3487
  store i64 %node.3.5, ptr %.1157389, align 8
  %.1164390 = add nsw i64 %m.2.3487, 1
  br label %B1747

B1186:                                            ; preds = %B1170
  %sunkaddr51 = mul i64 %m.2.3487, 8
  %sunkaddr52 = getelementptr i8, ptr %arg.hits_t, i64 %sunkaddr51
  %sunkaddr53 = getelementptr i8, ptr %sunkaddr52, i64 -8
  %.1082 = load double, ptr %sunkaddr53, align 8
  %.1084 = fcmp ogt double %.1082, %.879
  br i1 %.1084, label %B1216.preheader, label %B1324

B1216.preheader:                                  ; preds = %B1186
  br label %B1216

B1216:                                            ; preds = %B1294, %B1216.preheader
  %i.3.6 = phi i64 [ %.1090, %B1294 ], [ %m.2.3487, %B1216.preheader ]
  %1 = shl i64 %i.3.6, 3
  %scevgep = getelementptr i8, ptr %arg.hits_t, i64 %1
  %scevgep40 = getelementptr i8, ptr %scevgep, i64 -8
  %.1093 = load double, ptr %scevgep40, align 8
  store double %.1093, ptr %scevgep, align 8
  %2 = shl i64 %i.3.6, 3
  %scevgep43 = getelementptr i8, ptr %arg.hits_n, i64 %2
  %scevgep44 = getelementptr i8, ptr %scevgep43, i64 -8
  %.1102 = load i64, ptr %scevgep44, align 8
  store i64 %.1102, ptr %scevgep43, align 8
  %.1118 = icmp sgt i64 %i.3.6, 1
  br i1 %.1118, label %B1294, label %B1324

B1294:                                            ; preds = %B1216
  %3 = shl i64 %i.3.6, 3
  %scevgep41 = getelementptr i8, ptr %arg.hits_t, i64 %3
  %scevgep42 = getelementptr i8, ptr %scevgep41, i64 -16
  %.1132 = load double, ptr %scevgep42, align 8
  %.1134 = fcmp ogt double %.1132, %.879
  %.1090 = add nsw i64 %i.3.6, -1
  br i1 %.1134, label %B1216, label %B1324

B1324:                                            ; preds = %B1294, %B1216, %B1186
  %i.4.5 = phi i64 [ %m.2.3487, %B1186 ], [ 0, %B1216 ], [ %.1090, %B1294 ]
  %.1150 = getelementptr double, ptr %arg.hits_t, i64 %i.4.5
  store double %.879, ptr %.1150, align 8
  %.1157 = getelementptr i64, ptr %arg.hits_n, i64 %i.4.5
  store i64 %node.3.5, ptr %.1157, align 8
  %.1164 = add nuw nsw i64 %m.2.3487, 1
  %.1171 = icmp sgt i64 %m.2.3487, 3998
  br i1 %.1171, label %common.ret, label %B1747

B1442:                                            ; preds = %B1442.lr.ph, %B1718
  %start_n.2.3499 = phi i64 [ %stop_n.2.4, %B1718 ], [ %.1268, %B1442.lr.ph ]
  %start_t.2.3498 = phi double [ %stop_t.2.4, %B1718 ], [ 0.000000e+00, %B1442.lr.ph ]
  %pieces.2.3497 = phi i64 [ %pieces.6.4, %B1718 ], [ %pieces.3.1563, %B1442.lr.ph ]
  %.1352490496 = phi i64 [ %.1362, %B1718 ], [ %storemerge419, %B1442.lr.ph ]
  %.1359492495 = phi i64 [ %.1366, %B1718 ], [ 0, %B1442.lr.ph ]
  %.1362 = add nsw i64 %.1352490496, -1
  %.1366 = add nuw nsw i64 %.1359492495, 1
  %.1396 = icmp ult i64 %.1359492495, %m.3.4
  br i1 %.1396, label %B1456, label %B1510.endif

B1456:                                            ; preds = %B1442
  %.1400 = getelementptr double, ptr %arg.hits_t, i64 %.1359492495
  %.1401 = load double, ptr %.1400, align 8
  %.1407 = getelementptr i64, ptr %arg.hits_n, i64 %.1359492495
  %.1408 = load i64, ptr %.1407, align 8
  br label %B1510.endif

B1550:                                            ; preds = %B1510.endif
  %.1431 = fadd double %start_t.2.3498, %stop_t.2.4
  %.1435 = fmul double %.1431, 5.000000e-01
  %.1458 = fmul double %.354, %.1435
  %.1460 = fadd double %.321, %.1458
  %.1463 = fmul double %.360, %.1435
  %.1467 = fadd double %.330, %.1463
  br label %B48.i

B48.i:                                            ; preds = %B242.i, %B1550
  %lsr.iv1.i = phi ptr [ %scevgep.i, %B1550 ], [ %scevgep2.i, %B242.i ]
  %lsr.iv.i = phi i64 [ %4, %B1550 ], [ %lsr.iv.next.i, %B242.i ]
  %odd.2.060.i = phi i64 [ 0, %B1550 ], [ %odd.3.1.i, %B242.i ]
  %scevgep3.i = getelementptr i8, ptr %lsr.iv1.i, i64 -16
  %.150.i = load double, ptr %scevgep3.i, align 8, !noalias !75
  %.159.i = load double, ptr %lsr.iv1.i, align 8, !noalias !75
  %.165.i = fcmp ogt double %.150.i, %.1467
  %.168.i = fcmp ogt double %.159.i, %.1467
  %.169.i = xor i1 %.165.i, %.168.i
  br i1 %.169.i, label %B134.i, label %B242.i

B134.i:                                           ; preds = %B48.i
  %sunkaddr.i = getelementptr i8, ptr %lsr.iv1.i, i64 -24
  %.178.i = load double, ptr %sunkaddr.i, align 8, !noalias !75
  %scevgep5.i = getelementptr i8, ptr %lsr.iv1.i, i64 -8
  %.186.i = load double, ptr %scevgep5.i, align 8, !noalias !75
  %.189.i = fsub double %.1467, %.150.i
  %.190.i = fsub double %.186.i, %.178.i
  %.191.i = fmul double %.189.i, %.190.i
  %.194.i = fsub double %.159.i, %.150.i
  %.202.i = fdiv double %.191.i, %.194.i
  %.203.i = fadd double %.178.i, %.202.i
  %.205.i = fcmp olt double %.1460, %.203.i
  br i1 %.205.i, label %B232.i, label %B242.i

B232.i:                                           ; preds = %B134.i
  %.208.i = sub nuw nsw i64 1, %odd.2.060.i
  br label %B242.i

B242.i:                                           ; preds = %B232.i, %B134.i, %B48.i
  %odd.3.1.i = phi i64 [ %.208.i, %B232.i ], [ %odd.2.060.i, %B134.i ], [ %odd.2.060.i, %B48.i ]
  %lsr.iv.next.i = add i64 %lsr.iv.i, -1
  %scevgep2.i = getelementptr i8, ptr %lsr.iv1.i, i64 32
  %.100.i = icmp ugt i64 %lsr.iv.next.i, 1
  br i1 %.100.i, label %B48.i, label %B1550.endif

B1626:                                            ; preds = %B1550.endif
  %.1503.not = icmp slt i64 %pieces.2.3497, %arg.room
  br i1 %.1503.not, label %B1648, label %common.ret

B1648:                                            ; preds = %B1626
  %.1567.idx = mul i64 %pieces.2.3497, 24
  %.1567 = getelementptr i8, ptr %arg.piece, i64 %.1567.idx
  store i64 %start_n.2.3499, ptr %.1567, align 8
  %.1576 = getelementptr i8, ptr %.1567, i64 8
  store i64 %stop_n.2.4, ptr %.1576, align 8
  %.1583 = getelementptr i8, ptr %.1567, i64 16
  store i64 %.282511561, ptr %.1583, align 8
  %.1586 = add nsw i64 %pieces.2.3497, 1
  br label %B1718

B1718:                                            ; preds = %B1550.endif, %B1510.endif, %B1648
  %pieces.6.4 = phi i64 [ %.1586, %B1648 ], [ %pieces.2.3497, %B1550.endif ], [ %pieces.2.3497, %B1510.endif ]
  %.1353 = icmp sgt i64 %.1352490496, 1
  br i1 %.1353, label %B1442, label %B1728

B1728:                                            ; preds = %B1380.endif, %B342.endif.endif.endif.endif.endif, %B1718
  %m.2.3.lcssa808 = phi i64 [ %m.3.4, %B1380.endif ], [ 0, %B342.endif.endif.endif.endif.endif ], [ %m.3.4, %B1718 ]
  %pieces.2.3.lcssa = phi i64 [ %pieces.3.1563, %B1380.endif ], [ %pieces.3.1563, %B342.endif.endif.endif.endif.endif ], [ %pieces.6.4, %B1718 ]
  %.1637 = add nsw i64 %m.2.3.lcssa808, %hits.2.1564
  br label %B1748

B1746:                                            ; preds = %B44.loopexit, %B0.endif
  %pieces.5.0.lcssa = phi i64 [ 0, %B0.endif ], [ %pieces.3.1.lcssa, %B44.loopexit ]
  %hits.4.0.lcssa = phi i64 [ 0, %B0.endif ], [ %hits.2.1.lcssa, %B44.loopexit ]
  %.1690 = getelementptr i8, ptr %arg.hits_n, i64 32000
  store i64 %hits.4.0.lcssa, ptr %.1690, align 8
  br label %common.ret

B1747:                                            ; preds = %B1324, %B1324.thread, %B816, %B718, %B692, %B612, %B586, %B510
  %m.3.4 = phi i64 [ %.1164, %B1324 ], [ %m.2.3487, %B510 ], [ %m.2.3487, %B612 ], [ %m.2.3487, %B718 ], [ %m.2.3487, %B586 ], [ %m.2.3487, %B692 ], [ %m.2.3487, %B816 ], [ %.1164390, %B1324.thread ]
  %.628 = icmp sgt i64 %.627480486, 1
  br i1 %.628, label %B510, label %B1380.endif

B1748:                                            ; preds = %B1728, %B152
  %pieces.4.2 = phi i64 [ %pieces.2.3.lcssa, %B1728 ], [ %pieces.3.1563, %B152 ]
  %hits.3.2 = phi i64 [ %.1637, %B1728 ], [ %hits.2.1564, %B152 ]
  %.276 = icmp sgt i64 %.275503562, 1
  br i1 %.276, label %B152, label %B44.loopexit

B46.endif:                                        ; preds = %B44.loopexit, %B46.endif.preheader
  %hits.4.0651 = phi i64 [ %hits.2.1.lcssa, %B44.loopexit ], [ 0, %B46.endif.preheader ]
  %pieces.5.0650 = phi i64 [ %pieces.3.1.lcssa, %B44.loopexit ], [ 0, %B46.endif.preheader ]
  %.132581648 = phi i64 [ %.139, %B44.loopexit ], [ 0, %B46.endif.preheader ]
  %.139 = add nuw nsw i64 %.132581648, 1
  %.177 = getelementptr i64, ptr %arg.ring_from, i64 %.132581648
  %.178 = load i64, ptr %.177, align 8
  %.190 = getelementptr i64, ptr %arg.ridge_from, i64 %.132581648
  %.191 = load i64, ptr %.190, align 8
  %.194 = getelementptr i64, ptr %arg.ridge_from, i64 %.139
  %.195 = load i64, ptr %.194, align 8
  %.232 = sub i64 %.195, %.191
  %.276556.not = icmp slt i64 %.232, 1
  br i1 %.276556.not, label %B44.loopexit, label %B152.lr.ph

B152.lr.ph:                                       ; preds = %B46.endif
  %.184 = getelementptr i64, ptr %arg.ring_from, i64 %.139
  %.185 = load i64, ptr %.184, align 8
  %.584 = sub i64 %.185, %.178
  %..584 = tail call i64 @llvm.smax.i64(i64 %.584, i64 0)
  %4 = add nuw i64 %.584, 1
  %5 = shl i64 %.178, 5
  %6 = getelementptr i8, ptr %arg.ring, i64 %5
  %scevgep.i = getelementptr i8, ptr %6, i64 24
  br label %B152

B342.endif.endif.endif.endif.endif:               ; preds = %B152
  %7 = icmp slt i64 %.584, 1
  %.10.i = fcmp olt double %.339, %.321
  %.11.i = select i1 %.10.i, double %.339, double %.321
  %.10.i24 = fcmp ogt double %.339, %.321
  %.11.i25 = select i1 %.10.i24, double %.339, double %.321
  %.10.i26 = fcmp olt double %.348, %.330
  %.11.i27 = select i1 %.10.i26, double %.348, double %.330
  %.10.i28 = fcmp ogt double %.348, %.330
  %.11.i29 = select i1 %.10.i28, double %.348, double %.330
  br i1 %7, label %B1728, label %B510.lr.ph

B510.lr.ph:                                       ; preds = %B342.endif.endif.endif.endif.endif
  %.875 = fmul double %sqrt, %sqrt
  br label %B510

B1380.endif:                                      ; preds = %B1747
  %.1353494 = icmp sgt i64 %m.3.4, -1
  br i1 %.1353494, label %B1442.lr.ph, label %B1728

B1442.lr.ph:                                      ; preds = %B1380.endif
  %.1267 = shl nsw i64 %.282511561, 1
  %.1421 = sub nuw nsw i64 -2, %.1267
  %.1268 = xor i64 %.1267, -1
  %storemerge419 = add nuw i64 %m.3.4, 1
  br label %B1442

B1510.endif:                                      ; preds = %B1456, %B1442
  %stop_t.2.4 = phi double [ %.1401, %B1456 ], [ 1.000000e+00, %B1442 ]
  %stop_n.2.4 = phi i64 [ %.1408, %B1456 ], [ %.1421, %B1442 ]
  %.1441 = fcmp ogt double %stop_t.2.4, %start_t.2.3498
  %.1450 = icmp ne i64 %stop_n.2.4, %start_n.2.3499
  %or.cond416 = select i1 %.1441, i1 %.1450, i1 false
  br i1 %or.cond416, label %B1550, label %B1718

B1550.endif:                                      ; preds = %B242.i
  %.1497.not = icmp eq i64 %odd.3.1.i, 0
  br i1 %.1497.not, label %B1718, label %B1626
}

define i32 @zoning_rings_met(ptr %retptr, ptr %excinfo, i64 %arg.n, ptr %arg.row, ptr %arg.owner, ptr %arg.ring_from, ptr %arg.ring, ptr %arg.met) {
B0.endif:
  %.105228.not = icmp slt i64 %arg.n, 1
  br i1 %.105228.not, label %common.ret, label %B42.endif.endif.endif.endif.endif.endif.us.preheader

B42.endif.endif.endif.endif.endif.endif.us.preheader: ; preds = %B0.endif
  %scevgep = getelementptr i8, ptr %arg.ring, i64 24
  %scevgep25 = getelementptr i8, ptr %arg.ring, i64 24
  br label %B42.endif.endif.endif.endif.endif.endif.us

B42.endif.endif.endif.endif.endif.endif.us:       ; preds = %B947.us.1, %B42.endif.endif.endif.endif.endif.endif.us.preheader
  %count.3.0235.us = phi i64 [ %count.4.2.us.1, %B947.us.1 ], [ 0, %B42.endif.endif.endif.endif.endif.endif.us.preheader ]
  %.111202233.us = phi i64 [ %.118.us, %B947.us.1 ], [ 0, %B42.endif.endif.endif.endif.endif.endif.us.preheader ]
  %.118.us = add nuw nsw i64 %.111202233.us, 1
  %.155.us.idx = shl i64 %.111202233.us, 5
  %.155.us = getelementptr i8, ptr %arg.row, i64 %.155.us.idx
  %.156.us = load double, ptr %.155.us, align 8
  %.164.us = getelementptr i8, ptr %.155.us, i64 8
  %.165.us = load double, ptr %.164.us, align 8
  %.173.us = getelementptr i8, ptr %.155.us, i64 16
  %.174.us = load double, ptr %.173.us, align 8
  %.176.us = fsub double %.174.us, %.156.us
  %.184.us = getelementptr i8, ptr %.155.us, i64 24
  %.185.us = load double, ptr %.184.us, align 8
  %.187.us = fsub double %.185.us, %.165.us
  %.193.us = fadd double %.156.us, %.176.us
  %.10.i = fcmp olt double %.193.us, %.156.us
  %.11.i = select i1 %.10.i, double %.193.us, double %.156.us
  %.10.i11 = fcmp ogt double %.193.us, %.156.us
  %.11.i12 = select i1 %.10.i11, double %.193.us, double %.156.us
  %.263.us = fadd double %.165.us, %.187.us
  %.10.i13 = fcmp olt double %.263.us, %.165.us
  %.11.i14 = select i1 %.10.i13, double %.263.us, double %.165.us
  %.10.i15 = fcmp ogt double %.263.us, %.165.us
  %.11.i16 = select i1 %.10.i15, double %.263.us, double %.165.us
  %.idx.us = shl i64 %.111202233.us, 4
  %0 = getelementptr i8, ptr %arg.owner, i64 %.idx.us
  %.454.us = load i64, ptr %0, align 8
  %.459.us = icmp slt i64 %.454.us, 0
  br i1 %.459.us, label %B947.us, label %B390.us

B390.us:                                          ; preds = %B42.endif.endif.endif.endif.endif.endif.us
  %.463.us = getelementptr i64, ptr %arg.met, i64 %.454.us
  %.464.us = load i64, ptr %.463.us, align 8
  %.465.us = icmp eq i64 %.464.us, 1
  br i1 %.465.us, label %B947.us, label %B416.endif.us

B416.endif.us:                                    ; preds = %B390.us
  %.478.us = getelementptr i64, ptr %arg.ring_from, i64 %.454.us
  %.479.us = load i64, ptr %.478.us, align 8
  %.483.us = getelementptr i8, ptr %.478.us, i64 8
  %.484.us = load i64, ptr %.483.us, align 8
  %.521.us = sub i64 %.484.us, %.479.us
  %.568175.us.not = icmp slt i64 %.521.us, 1
  br i1 %.568175.us.not, label %B947.us, label %B480.us.preheader

B480.us.preheader:                                ; preds = %B416.endif.us
  %1 = add i64 %.484.us, 1
  %2 = sub i64 %1, %.479.us
  %3 = shl i64 %.479.us, 5
  %scevgep17 = getelementptr i8, ptr %scevgep, i64 %3
  br label %B480.us

B480.us:                                          ; preds = %B948.us, %B480.us.preheader
  %lsr.iv18 = phi ptr [ %scevgep17, %B480.us.preheader ], [ %scevgep19, %B948.us ]
  %lsr.iv = phi i64 [ %2, %B480.us.preheader ], [ %lsr.iv.next, %B948.us ]
  %scevgep20 = getelementptr i8, ptr %lsr.iv18, i64 -24
  %.611.us = load double, ptr %scevgep20, align 8
  %scevgep21 = getelementptr i8, ptr %lsr.iv18, i64 -16
  %.619.us = load double, ptr %scevgep21, align 8
  %scevgep22 = getelementptr i8, ptr %lsr.iv18, i64 -8
  %.627.us = load double, ptr %scevgep22, align 8
  %.635.us = load double, ptr %lsr.iv18, align 8
  %.641.us = fcmp olt double %.611.us, %.11.i
  %.645.us = fcmp olt double %.627.us, %.11.i
  %or.cond.us = select i1 %.641.us, i1 %.645.us, i1 false
  br i1 %or.cond.us, label %B948.us, label %B612.us

B612.us:                                          ; preds = %B480.us
  %.649.us = fcmp ogt double %.611.us, %.11.i12
  %.653.us = fcmp ogt double %.627.us, %.11.i12
  %or.cond159.us = select i1 %.649.us, i1 %.653.us, i1 false
  br i1 %or.cond159.us, label %B948.us, label %B638.us

B638.us:                                          ; preds = %B612.us
  %.666.us = fcmp olt double %.619.us, %.11.i14
  %.670.us = fcmp olt double %.635.us, %.11.i14
  %or.cond160.us = select i1 %.666.us, i1 %.670.us, i1 false
  br i1 %or.cond160.us, label %B948.us, label %B662.us

B662.us:                                          ; preds = %B638.us
  %.674.us = fcmp ogt double %.619.us, %.11.i16
  %.678.us = fcmp ogt double %.635.us, %.11.i16
  %or.cond161.us = select i1 %.674.us, i1 %.678.us, i1 false
  br i1 %or.cond161.us, label %B948.us, label %B688.us

B688.us:                                          ; preds = %B662.us
  %.691.us = fsub double %.619.us, %.165.us
  %.693.us = fmul double %.176.us, %.691.us
  %.696.us = fsub double %.611.us, %.156.us
  %.698.us = fmul double %.187.us, %.696.us
  %.702.us = fsub double %.635.us, %.165.us
  %.704.us = fmul double %.176.us, %.702.us
  %.707.us = fsub double %.627.us, %.156.us
  %.709.us = fmul double %.187.us, %.707.us
  %.711.us = fcmp ogt double %.693.us, %.698.us
  %4 = fcmp ule double %.704.us, %.709.us
  %.713.us = xor i1 %.711.us, %4
  br i1 %.713.us, label %B948.us, label %B786.us

B786.us:                                          ; preds = %B688.us
  %.726.us = fsub double %.627.us, %.611.us
  %.731.us = fsub double %.635.us, %.619.us
  %.736.us = fsub double %.165.us, %.619.us
  %.737.us = fmul double %.736.us, %.726.us
  %.740.us = fsub double %.156.us, %.611.us
  %.741.us = fmul double %.740.us, %.731.us
  %.747.us = fsub double %.263.us, %.619.us
  %.750.us = fmul double %.747.us, %.726.us
  %.755.us = fsub double %.193.us, %.611.us
  %.758.us = fmul double %.755.us, %.731.us
  %.760.us = fcmp ogt double %.737.us, %.741.us
  %5 = fcmp ule double %.750.us, %.758.us
  %.762.us = xor i1 %.760.us, %5
  br i1 %.762.us, label %B948.us, label %B916.us

B916.us:                                          ; preds = %B786.us
  %sunkaddr = mul i64 %.454.us, 8
  %sunkaddr32 = getelementptr i8, ptr %arg.met, i64 %sunkaddr
  store i64 1, ptr %sunkaddr32, align 8
  %.774.us = add nsw i64 %count.3.0235.us, 1
  br label %B947.us

B948.us:                                          ; preds = %B786.us, %B688.us, %B662.us, %B638.us, %B612.us, %B480.us
  %lsr.iv.next = add i64 %lsr.iv, -1
  %scevgep19 = getelementptr i8, ptr %lsr.iv18, i64 32
  %.568.us = icmp ugt i64 %lsr.iv.next, 1
  br i1 %.568.us, label %B480.us, label %B947.us

B947.us:                                          ; preds = %B948.us, %B916.us, %B416.endif.us, %B390.us, %B42.endif.endif.endif.endif.endif.endif.us
  %count.4.2.us = phi i64 [ %count.3.0235.us, %B42.endif.endif.endif.endif.endif.endif.us ], [ %count.3.0235.us, %B390.us ], [ %.774.us, %B916.us ], [ %count.3.0235.us, %B416.endif.us ], [ %count.3.0235.us, %B948.us ]
  %sunkaddr33 = getelementptr i8, ptr %arg.owner, i64 %.idx.us
  %sunkaddr34 = getelementptr i8, ptr %sunkaddr33, i64 8
  %.454.us.1 = load i64, ptr %sunkaddr34, align 8
  %.459.us.1 = icmp slt i64 %.454.us.1, 0
  br i1 %.459.us.1, label %B947.us.1, label %B390.us.1

B390.us.1:                                        ; preds = %B947.us
  %.463.us.1 = getelementptr i64, ptr %arg.met, i64 %.454.us.1
  %.464.us.1 = load i64, ptr %.463.us.1, align 8
  %.465.us.1 = icmp eq i64 %.464.us.1, 1
  br i1 %.465.us.1, label %B947.us.1, label %B416.endif.us.1

B416.endif.us.1:                                  ; preds = %B390.us.1
  %.478.us.1 = getelementptr i64, ptr %arg.ring_from, i64 %.454.us.1
  %.479.us.1 = load i64, ptr %.478.us.1, align 8
  %.483.us.1 = getelementptr i8, ptr %.478.us.1, i64 8
  %.484.us.1 = load i64, ptr %.483.us.1, align 8
  %.521.us.1 = sub i64 %.484.us.1, %.479.us.1
  %.568175.us.not.1 = icmp slt i64 %.521.us.1, 1
  br i1 %.568175.us.not.1, label %B947.us.1, label %B480.us.1.preheader

B480.us.1.preheader:                              ; preds = %B416.endif.us.1
  %6 = add i64 %.484.us.1, 1
  %7 = sub i64 %6, %.479.us.1
  %8 = shl i64 %.479.us.1, 5
  %scevgep26 = getelementptr i8, ptr %scevgep25, i64 %8
  br label %B480.us.1

B480.us.1:                                        ; preds = %B948.us.1, %B480.us.1.preheader
  %lsr.iv27 = phi ptr [ %scevgep26, %B480.us.1.preheader ], [ %scevgep28, %B948.us.1 ]
  %lsr.iv23 = phi i64 [ %7, %B480.us.1.preheader ], [ %lsr.iv.next24, %B948.us.1 ]
  %scevgep29 = getelementptr i8, ptr %lsr.iv27, i64 -24
  %.611.us.1 = load double, ptr %scevgep29, align 8
  %scevgep30 = getelementptr i8, ptr %lsr.iv27, i64 -16
  %.619.us.1 = load double, ptr %scevgep30, align 8
  %scevgep31 = getelementptr i8, ptr %lsr.iv27, i64 -8
  %.627.us.1 = load double, ptr %scevgep31, align 8
  %.635.us.1 = load double, ptr %lsr.iv27, align 8
  %.641.us.1 = fcmp olt double %.611.us.1, %.11.i
  %.645.us.1 = fcmp olt double %.627.us.1, %.11.i
  %or.cond.us.1 = select i1 %.641.us.1, i1 %.645.us.1, i1 false
  br i1 %or.cond.us.1, label %B948.us.1, label %B612.us.1

B612.us.1:                                        ; preds = %B480.us.1
  %.649.us.1 = fcmp ogt double %.611.us.1, %.11.i12
  %.653.us.1 = fcmp ogt double %.627.us.1, %.11.i12
  %or.cond159.us.1 = select i1 %.649.us.1, i1 %.653.us.1, i1 false
  br i1 %or.cond159.us.1, label %B948.us.1, label %B638.us.1

B638.us.1:                                        ; preds = %B612.us.1
  %.666.us.1 = fcmp olt double %.619.us.1, %.11.i14
  %.670.us.1 = fcmp olt double %.635.us.1, %.11.i14
  %or.cond160.us.1 = select i1 %.666.us.1, i1 %.670.us.1, i1 false
  br i1 %or.cond160.us.1, label %B948.us.1, label %B662.us.1

B662.us.1:                                        ; preds = %B638.us.1
  %.674.us.1 = fcmp ogt double %.619.us.1, %.11.i16
  %.678.us.1 = fcmp ogt double %.635.us.1, %.11.i16
  %or.cond161.us.1 = select i1 %.674.us.1, i1 %.678.us.1, i1 false
  br i1 %or.cond161.us.1, label %B948.us.1, label %B688.us.1

B688.us.1:                                        ; preds = %B662.us.1
  %.691.us.1 = fsub double %.619.us.1, %.165.us
  %.693.us.1 = fmul double %.176.us, %.691.us.1
  %.696.us.1 = fsub double %.611.us.1, %.156.us
  %.698.us.1 = fmul double %.187.us, %.696.us.1
  %.702.us.1 = fsub double %.635.us.1, %.165.us
  %.704.us.1 = fmul double %.176.us, %.702.us.1
  %.707.us.1 = fsub double %.627.us.1, %.156.us
  %.709.us.1 = fmul double %.187.us, %.707.us.1
  %.711.us.1 = fcmp ogt double %.693.us.1, %.698.us.1
  %9 = fcmp ule double %.704.us.1, %.709.us.1
  %.713.us.1 = xor i1 %.711.us.1, %9
  br i1 %.713.us.1, label %B948.us.1, label %B786.us.1

B786.us.1:                                        ; preds = %B688.us.1
  %.726.us.1 = fsub double %.627.us.1, %.611.us.1
  %.731.us.1 = fsub double %.635.us.1, %.619.us.1
  %.736.us.1 = fsub double %.165.us, %.619.us.1
  %.737.us.1 = fmul double %.736.us.1, %.726.us.1
  %.740.us.1 = fsub double %.156.us, %.611.us.1
  %.741.us.1 = fmul double %.740.us.1, %.731.us.1
  %.747.us.1 = fsub double %.263.us, %.619.us.1
  %.750.us.1 = fmul double %.747.us.1, %.726.us.1
  %.755.us.1 = fsub double %.193.us, %.611.us.1
  %.758.us.1 = fmul double %.755.us.1, %.731.us.1
  %.760.us.1 = fcmp ogt double %.737.us.1, %.741.us.1
  %10 = fcmp ule double %.750.us.1, %.758.us.1
  %.762.us.1 = xor i1 %.760.us.1, %10
  br i1 %.762.us.1, label %B948.us.1, label %B916.us.1

B916.us.1:                                        ; preds = %B786.us.1
  %sunkaddr35 = mul i64 %.454.us.1, 8
  %sunkaddr36 = getelementptr i8, ptr %arg.met, i64 %sunkaddr35
  store i64 1, ptr %sunkaddr36, align 8
  %.774.us.1 = add nsw i64 %count.4.2.us, 1
  br label %B947.us.1

B948.us.1:                                        ; preds = %B786.us.1, %B688.us.1, %B662.us.1, %B638.us.1, %B612.us.1, %B480.us.1
  %lsr.iv.next24 = add i64 %lsr.iv23, -1
  %scevgep28 = getelementptr i8, ptr %lsr.iv27, i64 32
  %.568.us.1 = icmp ugt i64 %lsr.iv.next24, 1
  br i1 %.568.us.1, label %B480.us.1, label %B947.us.1

B947.us.1:                                        ; preds = %B948.us.1, %B916.us.1, %B416.endif.us.1, %B390.us.1, %B947.us
  %count.4.2.us.1 = phi i64 [ %count.4.2.us, %B947.us ], [ %count.4.2.us, %B390.us.1 ], [ %.774.us.1, %B916.us.1 ], [ %count.4.2.us, %B416.endif.us.1 ], [ %count.4.2.us, %B948.us.1 ]
  %exitcond.not = icmp eq i64 %.118.us, %arg.n
  br i1 %exitcond.not, label %common.ret, label %B42.endif.endif.endif.endif.endif.endif.us

common.ret:                                       ; preds = %B947.us.1, %B0.endif
  %count.3.0.lcssa = phi i64 [ 0, %B0.endif ], [ %count.4.2.us.1, %B947.us.1 ]
  store i64 %count.3.0.lcssa, ptr %retptr, align 8
  ret i32 0
}

define i32 @zoning_foot_points(ptr %retptr, ptr %excinfo, i64 %arg.n, ptr %arg.pair, ptr %arg.ring_from, ptr %arg.ring, double %arg.reach, double %arg.inset, i64 %arg.room, ptr %arg.out, ptr %arg.owner) {
B0.endif:
  %.114311.not = icmp slt i64 %arg.n, 1
  br i1 %.114311.not, label %common.ret, label %B42.endif.endif.us.preheader

B42.endif.endif.us.preheader:                     ; preds = %B0.endif
  %.443 = fmul double %arg.reach, %arg.reach
  %scevgep = getelementptr i8, ptr %arg.ring, i64 24
  %scevgep25 = getelementptr i8, ptr %arg.ring, i64 24
  br label %B42.endif.endif.us

B42.endif.endif.us:                               ; preds = %B76.loopexit.us.1, %B42.endif.endif.us.preheader
  %count.5.0318.us = phi i64 [ %count.2.2.lcssa.us.1, %B76.loopexit.us.1 ], [ 0, %B42.endif.endif.us.preheader ]
  %.120296316.us = phi i64 [ %.127.us, %B76.loopexit.us.1 ], [ 0, %B42.endif.endif.us.preheader ]
  %.127.us = add nuw nsw i64 %.120296316.us, 1
  %.idx = shl i64 %.120296316.us, 4
  %0 = getelementptr i8, ptr %arg.pair, i64 %.idx
  %.290.us = load i64, ptr %0, align 8
  %.296.us = getelementptr i8, ptr %0, i64 8
  %.297.us = load i64, ptr %.296.us, align 8
  %.302.us = getelementptr i64, ptr %arg.ring_from, i64 %.290.us
  %.303.us = load i64, ptr %.302.us, align 8
  %.306.us = getelementptr i8, ptr %.302.us, i64 8
  %.307.us = load i64, ptr %.306.us, align 8
  %.344.us = sub i64 %.307.us, %.303.us
  %.388263.us.not = icmp slt i64 %.344.us, 1
  br i1 %.388263.us.not, label %B76.loopexit.us, label %B208.endif.lr.ph.us

B208.endif.us:                                    ; preds = %B208.endif.lr.ph.us, %B890.us
  %count.2.2266.us = phi i64 [ %count.5.0318.us, %B208.endif.lr.ph.us ], [ %count.3.3.us, %B890.us ]
  %.387257265.us = phi i64 [ %.344.us, %B208.endif.lr.ph.us ], [ %.397.us, %B890.us ]
  %.394258264.us = phi i64 [ %.303.us, %B208.endif.lr.ph.us ], [ %.401.us, %B890.us ]
  %.397.us = add nsw i64 %.387257265.us, -1
  %.401.us = add i64 %.394258264.us, 1
  %.428.us.idx = shl i64 %.394258264.us, 5
  %.428.us = getelementptr i8, ptr %arg.ring, i64 %.428.us.idx
  %.429.us = load double, ptr %.428.us, align 8
  %.436.us = getelementptr i8, ptr %.428.us, i64 8
  %.437.us = load double, ptr %.436.us, align 8
  %sunkaddr = mul i64 %.297.us, 8
  %sunkaddr32 = getelementptr i8, ptr %arg.ring_from, i64 %sunkaddr
  %.459.us = load i64, ptr %sunkaddr32, align 8
  %sunkaddr33 = mul i64 %.297.us, 8
  %sunkaddr34 = getelementptr i8, ptr %arg.ring_from, i64 %sunkaddr33
  %sunkaddr35 = getelementptr i8, ptr %sunkaddr34, i64 8
  %.464.us = load i64, ptr %sunkaddr35, align 8
  %.501.us = sub i64 %.464.us, %.459.us
  %.544245.us.not = icmp slt i64 %.501.us, 1
  br i1 %.544245.us.not, label %B890.us, label %B346.us.preheader

B346.us.preheader:                                ; preds = %B208.endif.us
  %1 = add i64 %.464.us, 1
  %2 = sub i64 %1, %.459.us
  %3 = shl i64 %.459.us, 5
  %scevgep17 = getelementptr i8, ptr %scevgep, i64 %3
  br label %B346.us

B708.us:                                          ; preds = %B903.us
  %4 = icmp eq i64 %found.3.4.us, 1
  %.856.us = fcmp ogt double %best.3.4.us, 2.500000e-03
  %or.cond.us = select i1 %4, i1 %.856.us, i1 false
  br i1 %or.cond.us, label %B732.us, label %B890.us

B732.us:                                          ; preds = %B708.us
  %.862.not.us = icmp slt i64 %count.2.2266.us, %arg.room
  br i1 %.862.not.us, label %B754.us, label %common.ret

B754.us:                                          ; preds = %B732.us
  %sqrt = tail call double @llvm.sqrt.f64(double %best.3.4.us)
  %.910.us = fsub double %bx.3.4.us, %.429.us
  %.914.us = fmul double %arg.inset, %.910.us
  %.918.us = fdiv double %.914.us, %sqrt
  %.920.us = fadd double %bx.3.4.us, %.918.us
  %.926.us.idx = shl i64 %count.2.2266.us, 4
  %.926.us = getelementptr i8, ptr %arg.out, i64 %.926.us.idx
  store double %.920.us, ptr %.926.us, align 8
  %.930.us = fsub double %by.3.4.us, %.437.us
  %.934.us = fmul double %arg.inset, %.930.us
  %.938.us = fdiv double %.934.us, %sqrt
  %.940.us = fadd double %by.3.4.us, %.938.us
  %.947.us = getelementptr i8, ptr %.926.us, i64 8
  store double %.940.us, ptr %.947.us, align 8
  %.952.us = getelementptr i64, ptr %arg.owner, i64 %count.2.2266.us
  store i64 %.297.us, ptr %.952.us, align 8
  %.955.us = add nsw i64 %count.2.2266.us, 1
  br label %B890.us

B890.us:                                          ; preds = %B754.us, %B708.us, %B208.endif.us
  %count.3.3.us = phi i64 [ %.955.us, %B754.us ], [ %count.2.2266.us, %B708.us ], [ %count.2.2266.us, %B208.endif.us ]
  %.388.us = icmp sgt i64 %.387257265.us, 1
  br i1 %.388.us, label %B208.endif.us, label %B76.loopexit.us.loopexit

B346.us:                                          ; preds = %B903.us, %B346.us.preheader
  %lsr.iv18 = phi ptr [ %scevgep17, %B346.us.preheader ], [ %scevgep19, %B903.us ]
  %lsr.iv = phi i64 [ %2, %B346.us.preheader ], [ %lsr.iv.next, %B903.us ]
  %found.2.3251.us = phi i64 [ %found.3.4.us, %B903.us ], [ 0, %B346.us.preheader ]
  %by.2.3250.us = phi double [ %by.3.4.us, %B903.us ], [ 0.000000e+00, %B346.us.preheader ]
  %bx.2.3249.us = phi double [ %bx.3.4.us, %B903.us ], [ 0.000000e+00, %B346.us.preheader ]
  %best.2.3248.us = phi double [ %best.3.4.us, %B903.us ], [ %.443, %B346.us.preheader ]
  %scevgep20 = getelementptr i8, ptr %lsr.iv18, i64 -24
  %.585.us = load double, ptr %scevgep20, align 8
  %scevgep21 = getelementptr i8, ptr %lsr.iv18, i64 -16
  %.593.us = load double, ptr %scevgep21, align 8
  %scevgep22 = getelementptr i8, ptr %lsr.iv18, i64 -8
  %.601.us = load double, ptr %scevgep22, align 8
  %.603.us = fsub double %.601.us, %.585.us
  %.611.us = load double, ptr %lsr.iv18, align 8
  %.613.us = fsub double %.611.us, %.593.us
  %.619.us = fmul double %.603.us, %.603.us
  %.622.us = fmul double %.613.us, %.613.us
  %.623.us = fadd double %.619.us, %.622.us
  %.628.us = fcmp oeq double %.623.us, 0.000000e+00
  br i1 %.628.us, label %B903.us, label %B502.endif.us

B502.endif.us:                                    ; preds = %B346.us
  %.667.us = fsub double %.429.us, %.585.us
  %.669.us = fmul double %.667.us, %.603.us
  %.672.us = fsub double %.437.us, %.593.us
  %.674.us = fmul double %.672.us, %.613.us
  %.675.us = fadd double %.669.us, %.674.us
  %.680.us = fdiv double %.675.us, %.623.us
  %.690.us = fcmp ugt double %.680.us, 0.000000e+00
  br i1 %.690.us, label %B568.us, label %B588.us

B568.us:                                          ; preds = %B502.endif.us
  %.712.us = fcmp ult double %.680.us, 1.000000e+00
  br i1 %.712.us, label %B588.us, label %B580.us

B580.us:                                          ; preds = %B568.us
  br label %B588.us

B588.us:                                          ; preds = %B580.us, %B568.us, %B502.endif.us
  %t.3.5.us = phi double [ %.680.us, %B568.us ], [ 1.000000e+00, %B580.us ], [ 0.000000e+00, %B502.endif.us ]
  %inner.3.5.us = phi i64 [ 1, %B568.us ], [ 0, %B580.us ], [ 0, %B502.endif.us ]
  %.745.us = fmul double %.603.us, %t.3.5.us
  %.747.us = fadd double %.585.us, %.745.us
  %.749.us = fsub double %.747.us, %.429.us
  %.752.us = fmul double %.613.us, %t.3.5.us
  %.754.us = fadd double %.593.us, %.752.us
  %.756.us = fsub double %.754.us, %.437.us
  %.757.us = fmul double %.749.us, %.749.us
  %.758.us = fmul double %.756.us, %.756.us
  %.759.us = fadd double %.757.us, %.758.us
  %.765.us = fcmp olt double %.759.us, %best.2.3248.us
  br i1 %.765.us, label %B666.us, label %B903.us

B666.us:                                          ; preds = %B588.us
  br label %B903.us

B903.us:                                          ; preds = %B666.us, %B588.us, %B346.us
  %best.3.4.us = phi double [ %best.2.3248.us, %B346.us ], [ %.759.us, %B666.us ], [ %best.2.3248.us, %B588.us ]
  %bx.3.4.us = phi double [ %bx.2.3249.us, %B346.us ], [ %.747.us, %B666.us ], [ %bx.2.3249.us, %B588.us ]
  %by.3.4.us = phi double [ %by.2.3250.us, %B346.us ], [ %.754.us, %B666.us ], [ %by.2.3250.us, %B588.us ]
  %found.3.4.us = phi i64 [ %found.2.3251.us, %B346.us ], [ %inner.3.5.us, %B666.us ], [ %found.2.3251.us, %B588.us ]
  %lsr.iv.next = add i64 %lsr.iv, -1
  %scevgep19 = getelementptr i8, ptr %lsr.iv18, i64 32
  %.544.us = icmp ugt i64 %lsr.iv.next, 1
  br i1 %.544.us, label %B346.us, label %B708.us

B76.loopexit.us.loopexit:                         ; preds = %B890.us
  %sunkaddr36 = getelementptr i8, ptr %arg.pair, i64 %.idx
  %sunkaddr37 = getelementptr i8, ptr %sunkaddr36, i64 8
  %.290.us.1.pre = load i64, ptr %sunkaddr37, align 8
  %sunkaddr38 = getelementptr i8, ptr %arg.pair, i64 %.idx
  %.297.us.1.pre = load i64, ptr %sunkaddr38, align 8
  br label %B76.loopexit.us

B76.loopexit.us:                                  ; preds = %B76.loopexit.us.loopexit, %B42.endif.endif.us
  %.297.us.1 = phi i64 [ %.290.us, %B42.endif.endif.us ], [ %.297.us.1.pre, %B76.loopexit.us.loopexit ]
  %.290.us.1 = phi i64 [ %.297.us, %B42.endif.endif.us ], [ %.290.us.1.pre, %B76.loopexit.us.loopexit ]
  %count.2.2.lcssa.us = phi i64 [ %count.5.0318.us, %B42.endif.endif.us ], [ %count.3.3.us, %B76.loopexit.us.loopexit ]
  %.302.us.1 = getelementptr i64, ptr %arg.ring_from, i64 %.290.us.1
  %.303.us.1 = load i64, ptr %.302.us.1, align 8
  %.306.us.1 = getelementptr i8, ptr %.302.us.1, i64 8
  %.307.us.1 = load i64, ptr %.306.us.1, align 8
  %.344.us.1 = sub i64 %.307.us.1, %.303.us.1
  %.388263.us.not.1 = icmp slt i64 %.344.us.1, 1
  br i1 %.388263.us.not.1, label %B76.loopexit.us.1, label %B208.endif.lr.ph.us.1

B208.endif.lr.ph.us.1:                            ; preds = %B76.loopexit.us
  br label %B208.endif.us.1

B208.endif.us.1:                                  ; preds = %B890.us.1, %B208.endif.lr.ph.us.1
  %count.2.2266.us.1 = phi i64 [ %count.2.2.lcssa.us, %B208.endif.lr.ph.us.1 ], [ %count.3.3.us.1, %B890.us.1 ]
  %.387257265.us.1 = phi i64 [ %.344.us.1, %B208.endif.lr.ph.us.1 ], [ %.397.us.1, %B890.us.1 ]
  %.394258264.us.1 = phi i64 [ %.303.us.1, %B208.endif.lr.ph.us.1 ], [ %.401.us.1, %B890.us.1 ]
  %.397.us.1 = add nsw i64 %.387257265.us.1, -1
  %.401.us.1 = add i64 %.394258264.us.1, 1
  %.428.us.1.idx = shl i64 %.394258264.us.1, 5
  %.428.us.1 = getelementptr i8, ptr %arg.ring, i64 %.428.us.1.idx
  %.429.us.1 = load double, ptr %.428.us.1, align 8
  %.436.us.1 = getelementptr i8, ptr %.428.us.1, i64 8
  %.437.us.1 = load double, ptr %.436.us.1, align 8
  %sunkaddr39 = mul i64 %.297.us.1, 8
  %sunkaddr40 = getelementptr i8, ptr %arg.ring_from, i64 %sunkaddr39
  %.459.us.1 = load i64, ptr %sunkaddr40, align 8
  %sunkaddr41 = mul i64 %.297.us.1, 8
  %sunkaddr42 = getelementptr i8, ptr %arg.ring_from, i64 %sunkaddr41
  %sunkaddr43 = getelementptr i8, ptr %sunkaddr42, i64 8
  %.464.us.1 = load i64, ptr %sunkaddr43, align 8
  %.501.us.1 = sub i64 %.464.us.1, %.459.us.1
  %.544245.us.not.1 = icmp slt i64 %.501.us.1, 1
  br i1 %.544245.us.not.1, label %B890.us.1, label %B346.us.1.preheader

B346.us.1.preheader:                              ; preds = %B208.endif.us.1
  %5 = add i64 %.464.us.1, 1
  %6 = sub i64 %5, %.459.us.1
  %7 = shl i64 %.459.us.1, 5
  %scevgep26 = getelementptr i8, ptr %scevgep25, i64 %7
  br label %B346.us.1

B346.us.1:                                        ; preds = %B903.us.1, %B346.us.1.preheader
  %lsr.iv27 = phi ptr [ %scevgep26, %B346.us.1.preheader ], [ %scevgep28, %B903.us.1 ]
  %lsr.iv23 = phi i64 [ %6, %B346.us.1.preheader ], [ %lsr.iv.next24, %B903.us.1 ]
  %found.2.3251.us.1 = phi i64 [ %found.3.4.us.1, %B903.us.1 ], [ 0, %B346.us.1.preheader ]
  %by.2.3250.us.1 = phi double [ %by.3.4.us.1, %B903.us.1 ], [ 0.000000e+00, %B346.us.1.preheader ]
  %bx.2.3249.us.1 = phi double [ %bx.3.4.us.1, %B903.us.1 ], [ 0.000000e+00, %B346.us.1.preheader ]
  %best.2.3248.us.1 = phi double [ %best.3.4.us.1, %B903.us.1 ], [ %.443, %B346.us.1.preheader ]
  %scevgep29 = getelementptr i8, ptr %lsr.iv27, i64 -24
  %.585.us.1 = load double, ptr %scevgep29, align 8
  %scevgep30 = getelementptr i8, ptr %lsr.iv27, i64 -16
  %.593.us.1 = load double, ptr %scevgep30, align 8
  %scevgep31 = getelementptr i8, ptr %lsr.iv27, i64 -8
  %.601.us.1 = load double, ptr %scevgep31, align 8
  %.603.us.1 = fsub double %.601.us.1, %.585.us.1
  %.611.us.1 = load double, ptr %lsr.iv27, align 8
  %.613.us.1 = fsub double %.611.us.1, %.593.us.1
  %.619.us.1 = fmul double %.603.us.1, %.603.us.1
  %.622.us.1 = fmul double %.613.us.1, %.613.us.1
  %.623.us.1 = fadd double %.619.us.1, %.622.us.1
  %.628.us.1 = fcmp oeq double %.623.us.1, 0.000000e+00
  br i1 %.628.us.1, label %B903.us.1, label %B502.endif.us.1

B502.endif.us.1:                                  ; preds = %B346.us.1
  %.667.us.1 = fsub double %.429.us.1, %.585.us.1
  %.669.us.1 = fmul double %.667.us.1, %.603.us.1
  %.672.us.1 = fsub double %.437.us.1, %.593.us.1
  %.674.us.1 = fmul double %.672.us.1, %.613.us.1
  %.675.us.1 = fadd double %.669.us.1, %.674.us.1
  %.680.us.1 = fdiv double %.675.us.1, %.623.us.1
  %.690.us.1 = fcmp ugt double %.680.us.1, 0.000000e+00
  br i1 %.690.us.1, label %B568.us.1, label %B588.us.1

B568.us.1:                                        ; preds = %B502.endif.us.1
  %.712.us.1 = fcmp ult double %.680.us.1, 1.000000e+00
  br i1 %.712.us.1, label %B588.us.1, label %B580.us.1

B580.us.1:                                        ; preds = %B568.us.1
  br label %B588.us.1

B588.us.1:                                        ; preds = %B580.us.1, %B568.us.1, %B502.endif.us.1
  %t.3.5.us.1 = phi double [ %.680.us.1, %B568.us.1 ], [ 1.000000e+00, %B580.us.1 ], [ 0.000000e+00, %B502.endif.us.1 ]
  %inner.3.5.us.1 = phi i64 [ 1, %B568.us.1 ], [ 0, %B580.us.1 ], [ 0, %B502.endif.us.1 ]
  %.745.us.1 = fmul double %.603.us.1, %t.3.5.us.1
  %.747.us.1 = fadd double %.585.us.1, %.745.us.1
  %.749.us.1 = fsub double %.747.us.1, %.429.us.1
  %.752.us.1 = fmul double %.613.us.1, %t.3.5.us.1
  %.754.us.1 = fadd double %.593.us.1, %.752.us.1
  %.756.us.1 = fsub double %.754.us.1, %.437.us.1
  %.757.us.1 = fmul double %.749.us.1, %.749.us.1
  %.758.us.1 = fmul double %.756.us.1, %.756.us.1
  %.759.us.1 = fadd double %.757.us.1, %.758.us.1
  %.765.us.1 = fcmp olt double %.759.us.1, %best.2.3248.us.1
  br i1 %.765.us.1, label %B666.us.1, label %B903.us.1

B666.us.1:                                        ; preds = %B588.us.1
  br label %B903.us.1

B903.us.1:                                        ; preds = %B666.us.1, %B588.us.1, %B346.us.1
  %best.3.4.us.1 = phi double [ %best.2.3248.us.1, %B346.us.1 ], [ %.759.us.1, %B666.us.1 ], [ %best.2.3248.us.1, %B588.us.1 ]
  %bx.3.4.us.1 = phi double [ %bx.2.3249.us.1, %B346.us.1 ], [ %.747.us.1, %B666.us.1 ], [ %bx.2.3249.us.1, %B588.us.1 ]
  %by.3.4.us.1 = phi double [ %by.2.3250.us.1, %B346.us.1 ], [ %.754.us.1, %B666.us.1 ], [ %by.2.3250.us.1, %B588.us.1 ]
  %found.3.4.us.1 = phi i64 [ %found.2.3251.us.1, %B346.us.1 ], [ %inner.3.5.us.1, %B666.us.1 ], [ %found.2.3251.us.1, %B588.us.1 ]
  %lsr.iv.next24 = add i64 %lsr.iv23, -1
  %scevgep28 = getelementptr i8, ptr %lsr.iv27, i64 32
  %.544.us.1 = icmp ugt i64 %lsr.iv.next24, 1
  br i1 %.544.us.1, label %B346.us.1, label %B708.us.1

B708.us.1:                                        ; preds = %B903.us.1
  %8 = icmp eq i64 %found.3.4.us.1, 1
  %.856.us.1 = fcmp ogt double %best.3.4.us.1, 2.500000e-03
  %or.cond.us.1 = select i1 %8, i1 %.856.us.1, i1 false
  br i1 %or.cond.us.1, label %B732.us.1, label %B890.us.1

B732.us.1:                                        ; preds = %B708.us.1
  %.862.not.us.1 = icmp slt i64 %count.2.2266.us.1, %arg.room
  br i1 %.862.not.us.1, label %B754.us.1, label %common.ret

B754.us.1:                                        ; preds = %B732.us.1
  %sqrt3 = tail call double @llvm.sqrt.f64(double %best.3.4.us.1)
  %.910.us.1 = fsub double %bx.3.4.us.1, %.429.us.1
  %.914.us.1 = fmul double %arg.inset, %.910.us.1
  %.918.us.1 = fdiv double %.914.us.1, %sqrt3
  %.920.us.1 = fadd double %bx.3.4.us.1, %.918.us.1
  %.926.us.1.idx = shl i64 %count.2.2266.us.1, 4
  %.926.us.1 = getelementptr i8, ptr %arg.out, i64 %.926.us.1.idx
  store double %.920.us.1, ptr %.926.us.1, align 8
  %.930.us.1 = fsub double %by.3.4.us.1, %.437.us.1
  %.934.us.1 = fmul double %arg.inset, %.930.us.1
  %.938.us.1 = fdiv double %.934.us.1, %sqrt3
  %.940.us.1 = fadd double %by.3.4.us.1, %.938.us.1
  %.947.us.1 = getelementptr i8, ptr %.926.us.1, i64 8
  store double %.940.us.1, ptr %.947.us.1, align 8
  %.952.us.1 = getelementptr i64, ptr %arg.owner, i64 %count.2.2266.us.1
  store i64 %.297.us.1, ptr %.952.us.1, align 8
  %.955.us.1 = add nsw i64 %count.2.2266.us.1, 1
  br label %B890.us.1

B890.us.1:                                        ; preds = %B754.us.1, %B708.us.1, %B208.endif.us.1
  %count.3.3.us.1 = phi i64 [ %.955.us.1, %B754.us.1 ], [ %count.2.2266.us.1, %B708.us.1 ], [ %count.2.2266.us.1, %B208.endif.us.1 ]
  %.388.us.1 = icmp sgt i64 %.387257265.us.1, 1
  br i1 %.388.us.1, label %B208.endif.us.1, label %B76.loopexit.us.1

B76.loopexit.us.1:                                ; preds = %B890.us.1, %B76.loopexit.us
  %count.2.2.lcssa.us.1 = phi i64 [ %count.2.2.lcssa.us, %B76.loopexit.us ], [ %count.3.3.us.1, %B890.us.1 ]
  %exitcond.not = icmp eq i64 %.127.us, %arg.n
  br i1 %exitcond.not, label %common.ret, label %B42.endif.endif.us

B208.endif.lr.ph.us:                              ; preds = %B42.endif.endif.us
  br label %B208.endif.us

common.ret:                                       ; preds = %B76.loopexit.us.1, %B732.us.1, %B732.us, %B0.endif
  %storemerge236 = phi i64 [ -1, %B732.us ], [ -1, %B732.us.1 ], [ 0, %B0.endif ], [ %count.2.2.lcssa.us.1, %B76.loopexit.us.1 ]
  store i64 %storemerge236, ptr %retptr, align 8
  ret i32 0
}

define i32 @zoning_number_points(ptr %retptr, ptr %excinfo, i64 %arg.n, ptr %arg.bits, i64 %arg.size, ptr %arg.slot, ptr %arg.number, ptr %arg.first) {
B0.endif:
  %.21 = add nsw i64 %arg.size, -1
  %.10698.not = icmp slt i64 %arg.n, 1
  br i1 %.10698.not, label %B374, label %B50.else.if.preheader

B50.else.if.preheader:                            ; preds = %B0.endif
  br label %B50.else.if

B218:                                             ; preds = %B50.else.if, %B354
  %h.3.1.lcssa = phi i64 [ %h.3.190, %B50.else.if ], [ %h.3.1, %B354 ]
  %.266.le = getelementptr i64, ptr %arg.slot, i64 %h.3.1.lcssa
  store i64 %count.2.0101, ptr %.266.le, align 8
  %.290 = getelementptr i64, ptr %arg.first, i64 %count.2.0101
  store i64 %.1129799, ptr %.290, align 8
  %.295 = getelementptr i64, ptr %arg.number, i64 %.1129799
  store i64 %count.2.0101, ptr %.295, align 8
  %.300 = add nsw i64 %count.2.0101, 1
  br label %B372

B260:                                             ; preds = %B260.preheader, %B354
  %.26795 = phi i64 [ %.267, %B354 ], [ %.26792, %B260.preheader ]
  %h.3.194 = phi i64 [ %h.3.1, %B354 ], [ %h.3.190, %B260.preheader ]
  %.309 = getelementptr i64, ptr %arg.first, i64 %.26795
  %.310 = load i64, ptr %.309, align 8
  %.317.idx = shl i64 %.310, 4
  %.317 = getelementptr i8, ptr %arg.bits, i64 %.317.idx
  %.318 = load i64, ptr %.317, align 8
  %.320 = icmp eq i64 %.318, %.151
  br i1 %.320, label %B306, label %B354

B306:                                             ; preds = %B260
  %sunkaddr = getelementptr i8, ptr %arg.bits, i64 %.317.idx
  %sunkaddr15 = getelementptr i8, ptr %sunkaddr, i64 8
  %.329 = load i64, ptr %sunkaddr15, align 8
  %.331 = icmp eq i64 %.329, %.160
  br i1 %.331, label %B342, label %B354

B342:                                             ; preds = %B306
  %.347 = getelementptr i64, ptr %arg.number, i64 %.1129799
  store i64 %.26795, ptr %.347, align 8
  br label %B372

B354:                                             ; preds = %B306, %B260
  %.359 = add nsw i64 %h.3.194, 1
  %h.3.1 = and i64 %.359, %.21
  %.266 = getelementptr i64, ptr %arg.slot, i64 %h.3.1
  %.267 = load i64, ptr %.266, align 8
  %.272 = icmp slt i64 %.267, 0
  br i1 %.272, label %B218, label %B260

B372:                                             ; preds = %B342, %B218
  %count.3.1 = phi i64 [ %.300, %B218 ], [ %count.2.0101, %B342 ]
  %exitcond.not = icmp eq i64 %arg.n, %.119
  br i1 %exitcond.not, label %B374, label %B50.else.if

B374:                                             ; preds = %B372, %B0.endif
  %count.2.0.lcssa = phi i64 [ 0, %B0.endif ], [ %count.3.1, %B372 ]
  store i64 %count.2.0.lcssa, ptr %retptr, align 8
  ret i32 0

B50.else.if:                                      ; preds = %B372, %B50.else.if.preheader
  %count.2.0101 = phi i64 [ %count.3.1, %B372 ], [ 0, %B50.else.if.preheader ]
  %.1129799 = phi i64 [ %.119, %B372 ], [ 0, %B50.else.if.preheader ]
  %.119 = add nuw nsw i64 %.1129799, 1
  %.150.idx = shl i64 %.1129799, 4
  %.150 = getelementptr i8, ptr %arg.bits, i64 %.150.idx
  %.151 = load i64, ptr %.150, align 8
  %.159 = getelementptr i8, ptr %.150, i64 8
  %.160 = load i64, ptr %.159, align 8
  %.184 = srem i64 %.151, 2147483647
  %.186 = icmp slt i64 %.184, 0
  %.195 = add nsw i64 %.184, 2147483647
  %.175.1 = select i1 %.186, i64 %.195, i64 %.184
  %.205 = mul nsw i64 %.175.1, 40503
  %.226 = srem i64 %.160, 2147483629
  %.228 = icmp slt i64 %.226, 0
  %.237 = add nsw i64 %.226, 2147483629
  %.217.1 = select i1 %.228, i64 %.237, i64 %.226
  %.247 = mul nsw i64 %.217.1, 69069
  %.250 = ashr i64 %.151, 32
  %.253 = ashr i64 %.160, 32
  %.254 = mul nsw i64 %.253, 31
  %.248 = add nsw i64 %.254, %.250
  %.251 = add nsw i64 %.248, %.205
  %.255 = add nsw i64 %.251, %.247
  %.256 = ashr i64 %.255, 17
  %.257 = xor i64 %.256, %.255
  %h.3.190 = and i64 %.257, %.21
  %.26691 = getelementptr i64, ptr %arg.slot, i64 %h.3.190
  %.26792 = load i64, ptr %.26691, align 8
  %.27293 = icmp slt i64 %.26792, 0
  br i1 %.27293, label %B218, label %B260.preheader

B260.preheader:                                   ; preds = %B50.else.if
  br label %B260
}

define i32 @zoning_next_clockwise(ptr %retptr, ptr %excinfo, i64 %arg.n_nodes, i64 %arg.n_half, ptr %arg.tail, ptr %arg.start, ptr %arg.fill, ptr %arg.order, ptr %arg.step, ptr %arg.after) {
B0.endif:
  %.107194.not = icmp slt i64 %arg.n_half, 1
  br i1 %.107194.not, label %B110.endif, label %B36.preheader

B36.preheader:                                    ; preds = %B0.endif
  %0 = icmp eq i64 %arg.n_half, 1
  br i1 %0, label %B36.epil.preheader, label %B36.preheader.new

B36.preheader.new:                                ; preds = %B36.preheader
  %unroll_iter = and i64 %arg.n_half, 9223372036854775806
  br label %B36

B36:                                              ; preds = %B36, %B36.preheader.new
  %.113193195 = phi i64 [ 0, %B36.preheader.new ], [ %2, %B36 ]
  %sunkaddr = mul i64 %.113193195, 8
  %sunkaddr100 = getelementptr i8, ptr %arg.tail, i64 %sunkaddr
  %.147 = load i64, ptr %sunkaddr100, align 8
  %.149 = getelementptr i64, ptr %arg.fill, i64 %.147
  %.150 = load i64, ptr %.149, align 8
  %.152 = getelementptr i64, ptr %arg.order, i64 %.150
  store i64 %.113193195, ptr %.152, align 8
  %.156 = load i64, ptr %.149, align 8
  %.157 = add nsw i64 %.156, 1
  store i64 %.157, ptr %.149, align 8
  %.120.1 = add nuw i64 %.113193195, 2
  %sunkaddr101 = mul i64 %.113193195, 8
  %sunkaddr102 = getelementptr i8, ptr %arg.tail, i64 %sunkaddr101
  %sunkaddr103 = getelementptr i8, ptr %sunkaddr102, i64 8
  %.147.1 = load i64, ptr %sunkaddr103, align 8
  %.149.1 = getelementptr i64, ptr %arg.fill, i64 %.147.1
  %.150.1 = load i64, ptr %.149.1, align 8
  %.152.1 = getelementptr i64, ptr %arg.order, i64 %.150.1
  %1 = add i64 %.113193195, 1
  store i64 %1, ptr %.152.1, align 8
  %.156.1 = load i64, ptr %.149.1, align 8
  %.157.1 = add nsw i64 %.156.1, 1
  store i64 %.157.1, ptr %.149.1, align 8
  %2 = add i64 %1, 1
  %niter.ncmp.1 = icmp eq i64 %2, %unroll_iter
  br i1 %niter.ncmp.1, label %B110.endif.loopexit.unr-lcssa, label %B36

B140.loopexit:                                    ; preds = %B518.prol.loopexit, %B484.endif, %B518
  %exitcond242.not = icmp eq i64 %arg.n_nodes, %.265
  br i1 %exitcond242.not, label %common.ret, label %B142.endif

B222:                                             ; preds = %B222.preheader, %B466
  %.384198202 = phi i64 [ %.394, %B466 ], [ %.342, %B222.preheader ]
  %.391199201 = phi i64 [ %.398, %B466 ], [ %.304, %B222.preheader ]
  %.394 = add nsw i64 %.384198202, -1
  %.398 = add i64 %.391199201, 1
  %.424 = getelementptr i64, ptr %arg.order, i64 %.391199201
  %.425 = load i64, ptr %.424, align 8
  %.432.idx = shl i64 %.425, 4
  %.432 = getelementptr i8, ptr %arg.step, i64 %.432.idx
  %.433 = load double, ptr %.432, align 8
  %.441 = getelementptr i8, ptr %.432, i64 8
  %.442 = load double, ptr %.441, align 8
  %.446 = add nsw i64 %.391199201, -1
  %.454.not.not = icmp sgt i64 %.391199201, %.292
  br i1 %.454.not.not, label %B312.preheader, label %B466

B312.preheader:                                   ; preds = %B222
  %.20.i = fcmp ogt double %.442, 0.000000e+00
  br i1 %.20.i, label %B312.us.preheader, label %B312.preheader.split

B312.us.preheader:                                ; preds = %B312.preheader
  br label %B312.us

B312.us:                                          ; preds = %B416.us, %B312.us.preheader
  %j.2.2.us = phi i64 [ %.523.us, %B416.us ], [ %.446, %B312.us.preheader ]
  %sunkaddr104 = mul i64 %j.2.2.us, 8
  %sunkaddr105 = getelementptr i8, ptr %arg.order, i64 %sunkaddr104
  %.464.us = load i64, ptr %sunkaddr105, align 8
  %.468.idx.us = shl i64 %.464.us, 4
  %.468.us = getelementptr i8, ptr %arg.step, i64 %.468.idx.us
  %.469.us = load double, ptr %.468.us, align 8
  %.473.us = getelementptr i8, ptr %.468.us, i64 8
  %.474.us = load double, ptr %.473.us, align 8
  %.48.i.us = fcmp ogt double %.474.us, 0.000000e+00
  br i1 %.48.i.us, label %B312.endif.us, label %B64.i.us

B64.i.us:                                         ; preds = %B312.us
  %.55.i.us = fcmp oeq double %.474.us, 0.000000e+00
  %.63.i.us = fcmp ogt double %.469.us, 0.000000e+00
  %or.cond21.i.us = select i1 %.55.i.us, i1 %.63.i.us, i1 false
  br i1 %or.cond21.i.us, label %B312.endif.us, label %B416.us

B312.endif.us:                                    ; preds = %B64.i.us, %B312.us
  %.95.i.us = fmul double %.433, %.474.us
  %.102.i.us = fmul double %.442, %.469.us
  %.108.i.us = fcmp ule double %.95.i.us, %.102.i.us
  br i1 %.108.i.us, label %B466, label %B416.us

B416.us:                                          ; preds = %B312.endif.us, %B64.i.us
  %sunkaddr106 = mul i64 %j.2.2.us, 8
  %sunkaddr107 = getelementptr i8, ptr %arg.order, i64 %sunkaddr106
  %sunkaddr108 = getelementptr i8, ptr %sunkaddr107, i64 8
  store i64 %.464.us, ptr %sunkaddr108, align 8
  %.523.us = add i64 %j.2.2.us, -1
  %3 = add i64 %.523.us, 1
  %.529.not.not.us = icmp sgt i64 %3, %.292
  br i1 %.529.not.not.us, label %B312.us, label %B466

B312.preheader.split:                             ; preds = %B312.preheader
  %.27.i = fcmp oeq double %.442, 0.000000e+00
  %.35.i = fcmp ogt double %.433, 0.000000e+00
  %or.cond.i = select i1 %.27.i, i1 %.35.i, i1 false
  br i1 %or.cond.i, label %B312.us2.preheader, label %B312.preheader76

B312.preheader76:                                 ; preds = %B312.preheader.split
  br label %B312

B312.us2.preheader:                               ; preds = %B312.preheader.split
  br label %B312.us2

B312.us2:                                         ; preds = %B416.us29, %B312.us2.preheader
  %j.2.2.us3 = phi i64 [ %.523.us31, %B416.us29 ], [ %.446, %B312.us2.preheader ]
  %sunkaddr109 = mul i64 %j.2.2.us3, 8
  %sunkaddr110 = getelementptr i8, ptr %arg.order, i64 %sunkaddr109
  %.464.us5 = load i64, ptr %sunkaddr110, align 8
  %.468.idx.us6 = shl i64 %.464.us5, 4
  %.468.us7 = getelementptr i8, ptr %arg.step, i64 %.468.idx.us6
  %.469.us8 = load double, ptr %.468.us7, align 8
  %.473.us9 = getelementptr i8, ptr %.468.us7, i64 8
  %.474.us10 = load double, ptr %.473.us9, align 8
  %.48.i.us14 = fcmp ogt double %.474.us10, 0.000000e+00
  br i1 %.48.i.us14, label %B312.endif.us20, label %B64.i.us15

B64.i.us15:                                       ; preds = %B312.us2
  %.55.i.us16 = fcmp oeq double %.474.us10, 0.000000e+00
  %.63.i.us17 = fcmp ogt double %.469.us8, 0.000000e+00
  %or.cond21.i.us18 = select i1 %.55.i.us16, i1 %.63.i.us17, i1 false
  br i1 %or.cond21.i.us18, label %B312.endif.us20, label %B416.us29

B312.endif.us20:                                  ; preds = %B64.i.us15, %B312.us2
  %.95.i.us23 = fmul double %.433, %.474.us10
  %.102.i.us24 = fmul double %.442, %.469.us8
  %.108.i.us25 = fcmp ule double %.95.i.us23, %.102.i.us24
  br i1 %.108.i.us25, label %B466, label %B416.us29

B416.us29:                                        ; preds = %B312.endif.us20, %B64.i.us15
  %sunkaddr111 = mul i64 %j.2.2.us3, 8
  %sunkaddr112 = getelementptr i8, ptr %arg.order, i64 %sunkaddr111
  %sunkaddr113 = getelementptr i8, ptr %sunkaddr112, i64 8
  store i64 %.464.us5, ptr %sunkaddr113, align 8
  %.523.us31 = add i64 %j.2.2.us3, -1
  %4 = add i64 %.523.us31, 1
  %.529.not.not.us32 = icmp sgt i64 %4, %.292
  br i1 %.529.not.not.us32, label %B312.us2, label %B466

B312:                                             ; preds = %B416, %B312.preheader76
  %j.2.2 = phi i64 [ %.523, %B416 ], [ %.446, %B312.preheader76 ]
  %sunkaddr114 = mul i64 %j.2.2, 8
  %sunkaddr115 = getelementptr i8, ptr %arg.order, i64 %sunkaddr114
  %.464 = load i64, ptr %sunkaddr115, align 8
  %.468.idx = shl i64 %.464, 4
  %.468 = getelementptr i8, ptr %arg.step, i64 %.468.idx
  %.469 = load double, ptr %.468, align 8
  %.473 = getelementptr i8, ptr %.468, i64 8
  %.474 = load double, ptr %.473, align 8
  %.48.i = fcmp ogt double %.474, 0.000000e+00
  br i1 %.48.i, label %B466, label %B64.i

B64.i:                                            ; preds = %B312
  %.55.i = fcmp oeq double %.474, 0.000000e+00
  %.63.i = fcmp ogt double %.469, 0.000000e+00
  %or.cond21.i = select i1 %.55.i, i1 %.63.i, i1 false
  br i1 %or.cond21.i, label %B466, label %B312.endif

B416:                                             ; preds = %B312.endif
  %sunkaddr116 = mul i64 %j.2.2, 8
  %sunkaddr117 = getelementptr i8, ptr %arg.order, i64 %sunkaddr116
  %sunkaddr118 = getelementptr i8, ptr %sunkaddr117, i64 8
  store i64 %.464, ptr %sunkaddr118, align 8
  %.523 = add i64 %j.2.2, -1
  %5 = add i64 %.523, 1
  %.529.not.not = icmp sgt i64 %5, %.292
  br i1 %.529.not.not, label %B312, label %B466

B466:                                             ; preds = %B312.endif, %B416, %B64.i, %B312, %B416.us29, %B312.endif.us20, %B416.us, %B312.endif.us, %B222
  %j.3.3 = phi i64 [ %.446, %B222 ], [ %j.2.2.us, %B312.endif.us ], [ %j.2.2.us3, %B312.endif.us20 ], [ %.523.us, %B416.us ], [ %.523.us31, %B416.us29 ], [ %.523, %B416 ], [ %j.2.2, %B312 ], [ %j.2.2, %B312.endif ], [ %j.2.2, %B64.i ]
  %6 = getelementptr i64, ptr %arg.order, i64 %j.3.3
  %.548 = getelementptr i8, ptr %6, i64 8
  store i64 %.425, ptr %.548, align 8
  %.385 = icmp sgt i64 %.384198202, 1
  br i1 %.385, label %B222, label %B484.endif

B518:                                             ; preds = %B518.preheader79, %B518
  %lsr.iv = phi i64 [ %14, %B518.preheader79 ], [ %lsr.iv.next, %B518 ]
  %.644206208 = phi i64 [ %10, %B518 ], [ %.644206208.unr, %B518.preheader79 ]
  %.686 = icmp eq i64 %.292, %.644206208
  %spec.select.v = select i1 %.686, i64 %.299, i64 %.644206208
  %7 = getelementptr i64, ptr %arg.order, i64 %spec.select.v
  %.695 = getelementptr i8, ptr %7, i64 -8
  %.696 = load i64, ptr %.695, align 8
  %sunkaddr119 = mul i64 %.644206208, 8
  %sunkaddr120 = getelementptr i8, ptr %arg.order, i64 %sunkaddr119
  %.702 = load i64, ptr %sunkaddr120, align 8
  %.705 = xor i64 %.702, 1
  %.707 = getelementptr i64, ptr %arg.after, i64 %.705
  store i64 %.696, ptr %.707, align 8
  %8 = add i64 %.644206208, 1
  %.686.1 = icmp eq i64 %8, %.292
  %spec.select.v.1 = select i1 %.686.1, i64 %.299, i64 %8
  %9 = getelementptr i64, ptr %arg.order, i64 %spec.select.v.1
  %.695.1 = getelementptr i8, ptr %9, i64 -8
  %.696.1 = load i64, ptr %.695.1, align 8
  %sunkaddr121 = mul i64 %.644206208, 8
  %sunkaddr122 = getelementptr i8, ptr %arg.order, i64 %sunkaddr121
  %sunkaddr123 = getelementptr i8, ptr %sunkaddr122, i64 8
  %.702.1 = load i64, ptr %sunkaddr123, align 8
  %.705.1 = xor i64 %.702.1, 1
  %.707.1 = getelementptr i64, ptr %arg.after, i64 %.705.1
  store i64 %.696.1, ptr %.707.1, align 8
  %lsr.iv.next = add i64 %lsr.iv, -2
  %.638.1 = icmp sgt i64 %lsr.iv.next, 2
  %10 = add i64 %8, 1
  br i1 %.638.1, label %B518, label %B140.loopexit

common.ret:                                       ; preds = %B110.endif, %B140.loopexit
  store i64 0, ptr %retptr, align 8
  ret i32 0

B110.endif.loopexit.unr-lcssa:                    ; preds = %B36
  %11 = and i64 %arg.n_half, 1
  %lcmp.mod.not = icmp eq i64 %11, 0
  br i1 %lcmp.mod.not, label %B110.endif, label %B36.epil.preheader

B36.epil.preheader:                               ; preds = %B110.endif.loopexit.unr-lcssa, %B36.preheader
  %.113193195.epil.init = phi i64 [ 0, %B36.preheader ], [ %.120.1, %B110.endif.loopexit.unr-lcssa ]
  %.146.epil = getelementptr i64, ptr %arg.tail, i64 %.113193195.epil.init
  %.147.epil = load i64, ptr %.146.epil, align 8
  %.149.epil = getelementptr i64, ptr %arg.fill, i64 %.147.epil
  %.150.epil = load i64, ptr %.149.epil, align 8
  %.152.epil = getelementptr i64, ptr %arg.order, i64 %.150.epil
  store i64 %.113193195.epil.init, ptr %.152.epil, align 8
  %.156.epil = load i64, ptr %.149.epil, align 8
  %.157.epil = add nsw i64 %.156.epil, 1
  store i64 %.157.epil, ptr %.149.epil, align 8
  br label %B110.endif

B110.endif:                                       ; preds = %B36.epil.preheader, %B110.endif.loopexit.unr-lcssa, %B0.endif
  %.252224.not = icmp slt i64 %arg.n_nodes, 1
  br i1 %.252224.not, label %common.ret, label %B142.endif.preheader

B142.endif.preheader:                             ; preds = %B110.endif
  br label %B142.endif

B142.endif:                                       ; preds = %B142.endif.preheader, %B140.loopexit
  %.258213227 = phi i64 [ %.265, %B140.loopexit ], [ 0, %B142.endif.preheader ]
  %.265 = add nuw nsw i64 %.258213227, 1
  %.291 = getelementptr i64, ptr %arg.start, i64 %.258213227
  %.292 = load i64, ptr %.291, align 8
  %.298 = getelementptr i8, ptr %.291, i64 8
  %.299 = load i64, ptr %.298, align 8
  %.304 = add nsw i64 %.292, 1
  %.342 = sub i64 %.299, %.304
  %.385200.not = icmp slt i64 %.342, 1
  br i1 %.385200.not, label %B484.endif, label %B222.preheader

B222.preheader:                                   ; preds = %B142.endif
  br label %B222

B312.endif:                                       ; preds = %B64.i
  %.95.i = fmul double %.433, %.474
  %.102.i = fmul double %.442, %.469
  %.108.i = fcmp ule double %.95.i, %.102.i
  br i1 %.108.i, label %B466, label %B416

B484.endif:                                       ; preds = %B142.endif, %B466
  %.595 = sub i64 %.299, %.292
  %.638207.not = icmp slt i64 %.595, 1
  br i1 %.638207.not, label %B140.loopexit, label %B518.preheader

B518.preheader:                                   ; preds = %B484.endif
  %xtraiter72 = and i64 %.595, 1
  %lcmp.mod73.not = icmp eq i64 %xtraiter72, 0
  br i1 %lcmp.mod73.not, label %B518.prol.loopexit, label %B518.prol

B518.prol:                                        ; preds = %B518.preheader
  %.647.prol = add nsw i64 %.595, -1
  %.651.prol = add i64 %.292, 1
  %12 = getelementptr i64, ptr %arg.order, i64 %.299
  %.695.prol = getelementptr i8, ptr %12, i64 -8
  %.696.prol = load i64, ptr %.695.prol, align 8
  %.701.prol = getelementptr i64, ptr %arg.order, i64 %.292
  %.702.prol = load i64, ptr %.701.prol, align 8
  %.705.prol = xor i64 %.702.prol, 1
  %.707.prol = getelementptr i64, ptr %arg.after, i64 %.705.prol
  store i64 %.696.prol, ptr %.707.prol, align 8
  br label %B518.prol.loopexit

B518.prol.loopexit:                               ; preds = %B518.prol, %B518.preheader
  %.637205209.unr = phi i64 [ %.595, %B518.preheader ], [ %.647.prol, %B518.prol ]
  %.644206208.unr = phi i64 [ %.292, %B518.preheader ], [ %.651.prol, %B518.prol ]
  %13 = icmp eq i64 %.342, 0
  br i1 %13, label %B140.loopexit, label %B518.preheader79

B518.preheader79:                                 ; preds = %B518.prol.loopexit
  %14 = add i64 %.637205209.unr, 2
  br label %B518
}

define i32 @zoning_peel(ptr %retptr, ptr %excinfo, i64 %arg.n_segments, ptr %arg.ends, ptr %arg.degree, ptr %arg.link, ptr %arg.alive) {
B0.endif:
  %.101112.not = icmp slt i64 %arg.n_segments, 1
  br i1 %.101112.not, label %B548, label %B40.preheader

B40.preheader:                                    ; preds = %B0.endif
  br label %B40

B40:                                              ; preds = %B546, %B40.preheader
  %gone.3.0115 = phi i64 [ %gone.4.1, %B546 ], [ 0, %B40.preheader ]
  %.107111113 = phi i64 [ %.114, %B546 ], [ 0, %B40.preheader ]
  %.114 = add nuw nsw i64 %.107111113, 1
  %.148 = getelementptr i64, ptr %arg.alive, i64 %.107111113
  %.149 = load i64, ptr %.148, align 8
  %.150 = icmp eq i64 %.149, 1
  br i1 %.150, label %B70, label %B546

B70:                                              ; preds = %B40
  %.165.idx = shl i64 %.107111113, 4
  %.165 = getelementptr i8, ptr %arg.ends, i64 %.165.idx
  %.166 = load i64, ptr %.165, align 8
  %.168 = getelementptr i64, ptr %arg.degree, i64 %.166
  %.169 = load i64, ptr %.168, align 8
  %.170 = icmp eq i64 %.169, 1
  br i1 %.170, label %B160.preheader, label %B112

B112:                                             ; preds = %B70
  %sunkaddr = getelementptr i8, ptr %arg.ends, i64 %.165.idx
  %sunkaddr1 = getelementptr i8, ptr %sunkaddr, i64 8
  %.190 = load i64, ptr %sunkaddr1, align 8
  %.192 = getelementptr i64, ptr %arg.degree, i64 %.190
  %.193 = load i64, ptr %.192, align 8
  %.194 = icmp eq i64 %.193, 1
  br i1 %.194, label %B160.preheader, label %B546

B160.preheader:                                   ; preds = %B112, %B70
  %0 = add i64 %gone.3.0115, 1
  br label %B160

B160:                                             ; preds = %B160.backedge, %B160.preheader
  %lsr.iv = phi i64 [ %lsr.iv.next, %B160.backedge ], [ %0, %B160.preheader ]
  %t.3.2 = phi i64 [ %.107111113, %B160.preheader ], [ %t.4.3, %B160.backedge ]
  %.204 = getelementptr i64, ptr %arg.alive, i64 %t.3.2
  store i64 0, ptr %.204, align 8
  %.216.idx = shl i64 %t.3.2, 4
  %.216 = getelementptr i8, ptr %arg.ends, i64 %.216.idx
  %.217 = load i64, ptr %.216, align 8
  %.225 = getelementptr i8, ptr %.216, i64 8
  %.226 = load i64, ptr %.225, align 8
  %.232 = getelementptr i64, ptr %arg.degree, i64 %.217
  %.233 = load i64, ptr %.232, align 8
  %.234 = add nsw i64 %.233, -1
  store i64 %.234, ptr %.232, align 8
  %.241 = getelementptr i64, ptr %arg.degree, i64 %.226
  %.242 = load i64, ptr %.241, align 8
  %.243 = add nsw i64 %.242, -1
  store i64 %.243, ptr %.241, align 8
  %.250 = getelementptr i64, ptr %arg.link, i64 %.217
  %.251 = load i64, ptr %.250, align 8
  %.253 = xor i64 %.251, %t.3.2
  store i64 %.253, ptr %.250, align 8
  %.260 = getelementptr i64, ptr %arg.link, i64 %.226
  %.261 = load i64, ptr %.260, align 8
  %.263 = xor i64 %.261, %t.3.2
  store i64 %.263, ptr %.260, align 8
  %.271 = load i64, ptr %.232, align 8
  %.272 = icmp eq i64 %.271, 1
  br i1 %.272, label %B374, label %B392

B374:                                             ; preds = %B160
  %sunkaddr2 = mul i64 %.217, 8
  %sunkaddr3 = getelementptr i8, ptr %arg.link, i64 %sunkaddr2
  %.281 = load i64, ptr %sunkaddr3, align 8
  br label %B432

B392:                                             ; preds = %B160
  %sunkaddr4 = mul i64 %.226, 8
  %sunkaddr5 = getelementptr i8, ptr %arg.degree, i64 %sunkaddr4
  %.298 = load i64, ptr %sunkaddr5, align 8
  %.299 = icmp eq i64 %.298, 1
  %spec.select = select i1 %.299, i64 %.263, i64 %t.3.2
  br label %B432

B432:                                             ; preds = %B392, %B374
  %t.4.3 = phi i64 [ %.281, %B374 ], [ %spec.select, %B392 ]
  %.317 = getelementptr i64, ptr %arg.alive, i64 %t.4.3
  %.318 = load i64, ptr %.317, align 8
  %.319 = icmp eq i64 %.318, 1
  br i1 %.319, label %B456, label %B546

B456:                                             ; preds = %B432
  %.326.idx = shl i64 %t.4.3, 4
  %.326 = getelementptr i8, ptr %arg.ends, i64 %.326.idx
  %.327 = load i64, ptr %.326, align 8
  %.329 = getelementptr i64, ptr %arg.degree, i64 %.327
  %.330 = load i64, ptr %.329, align 8
  %.331 = icmp eq i64 %.330, 1
  br i1 %.331, label %B160.backedge, label %B498

B498:                                             ; preds = %B456
  %sunkaddr6 = getelementptr i8, ptr %arg.ends, i64 %.326.idx
  %sunkaddr7 = getelementptr i8, ptr %sunkaddr6, i64 8
  %.341 = load i64, ptr %sunkaddr7, align 8
  %.343 = getelementptr i64, ptr %arg.degree, i64 %.341
  %.344 = load i64, ptr %.343, align 8
  %.345 = icmp eq i64 %.344, 1
  br i1 %.345, label %B160.backedge, label %B546

B160.backedge:                                    ; preds = %B498, %B456
  %lsr.iv.next = add i64 %lsr.iv, 1
  br label %B160

B546:                                             ; preds = %B498, %B432, %B112, %B40
  %gone.4.1 = phi i64 [ %gone.3.0115, %B112 ], [ %gone.3.0115, %B40 ], [ %lsr.iv, %B432 ], [ %lsr.iv, %B498 ]
  %exitcond.not = icmp eq i64 %arg.n_segments, %.114
  br i1 %exitcond.not, label %B548, label %B40

B548:                                             ; preds = %B546, %B0.endif
  %gone.3.0.lcssa = phi i64 [ 0, %B0.endif ], [ %gone.4.1, %B546 ]
  store i64 %gone.3.0.lcssa, ptr %retptr, align 8
  ret i32 0
}

define i32 @zoning_label_cycles(ptr %retptr, ptr %excinfo, i64 %arg.n, ptr %arg.after, ptr %arg.label, ptr %arg.order) {
B0.endif:
  %.10177.not = icmp slt i64 %arg.n, 1
  br i1 %.10177.not, label %B180, label %B44.preheader

B44.preheader:                                    ; preds = %B0.endif
  br label %B44

B44:                                              ; preds = %B178, %B44.preheader
  %at.3.081 = phi i64 [ %at.4.1, %B178 ], [ 0, %B44.preheader ]
  %count.2.080 = phi i64 [ %count.3.1, %B178 ], [ 0, %B44.preheader ]
  %.1077678 = phi i64 [ %.114, %B178 ], [ 0, %B44.preheader ]
  %.114 = add nuw nsw i64 %.1077678, 1
  %.152 = getelementptr i64, ptr %arg.label, i64 %.1077678
  %.153 = load i64, ptr %.152, align 8
  %.154 = icmp slt i64 %.153, 0
  br i1 %.154, label %B98.preheader, label %B178

B98.preheader:                                    ; preds = %B44
  br label %B98

B98:                                              ; preds = %B98, %B98.preheader
  %at.2.2 = phi i64 [ %.192, %B98 ], [ %at.3.081, %B98.preheader ]
  %h.2.2 = phi i64 [ %.200, %B98 ], [ %.1077678, %B98.preheader ]
  %.184 = getelementptr i64, ptr %arg.label, i64 %h.2.2
  store i64 %count.2.080, ptr %.184, align 8
  %0 = shl i64 %at.2.2, 3
  %scevgep = getelementptr i8, ptr %arg.order, i64 %0
  store i64 %h.2.2, ptr %scevgep, align 8
  %.192 = add i64 %at.2.2, 1
  %.199 = getelementptr i64, ptr %arg.after, i64 %h.2.2
  %.200 = load i64, ptr %.199, align 8
  %.204 = getelementptr i64, ptr %arg.label, i64 %.200
  %.205 = load i64, ptr %.204, align 8
  %.206 = icmp slt i64 %.205, 0
  br i1 %.206, label %B98, label %B168

B168:                                             ; preds = %B98
  %.218 = add nsw i64 %count.2.080, 1
  br label %B178

B178:                                             ; preds = %B168, %B44
  %count.3.1 = phi i64 [ %.218, %B168 ], [ %count.2.080, %B44 ]
  %at.4.1 = phi i64 [ %.192, %B168 ], [ %at.3.081, %B44 ]
  %exitcond.not = icmp eq i64 %arg.n, %.114
  br i1 %exitcond.not, label %B180, label %B44

B180:                                             ; preds = %B178, %B0.endif
  %count.2.0.lcssa = phi i64 [ 0, %B0.endif ], [ %count.3.1, %B178 ]
  store i64 %count.2.0.lcssa, ptr %retptr, align 8
  ret i32 0
}

define i32 @zoning_trace_rings(ptr %retptr, ptr %excinfo, i64 %arg.n, ptr %arg.after, ptr %arg.keep, ptr %arg.tail, ptr %arg.seen, ptr %arg.where, ptr %arg.stack, ptr %arg.out, ptr %arg.ring, ptr %arg.sizes) {
B0.endif:
  %.119193.not = icmp slt i64 %arg.n, 1
  br i1 %.119193.not, label %B464, label %B44.preheader

B44.preheader:                                    ; preds = %B0.endif
  %scevgep = getelementptr i8, ptr %arg.out, i64 8
  %scevgep6 = getelementptr i8, ptr %arg.stack, i64 8
  br label %B44

B44:                                              ; preds = %B462, %B44.preheader
  %at.5.0199 = phi i64 [ %at.6.1, %B462 ], [ 0, %B44.preheader ]
  %rings.4.0198 = phi i64 [ %rings.5.1, %B462 ], [ 0, %B44.preheader ]
  %.125188196 = phi i64 [ %.132, %B462 ], [ 0, %B44.preheader ]
  %.132 = add nuw nsw i64 %.125188196, 1
  %.170 = getelementptr i64, ptr %arg.keep, i64 %.125188196
  %.171 = load i64, ptr %.170, align 8
  %.172 = icmp eq i64 %.171, 1
  br i1 %.172, label %B70, label %B462

B70:                                              ; preds = %B44
  %.182 = getelementptr i64, ptr %arg.seen, i64 %.125188196
  %.183 = load i64, ptr %.182, align 8
  %.184 = icmp eq i64 %.183, 0
  br i1 %.184, label %B104.preheader, label %B462

B104.preheader:                                   ; preds = %B70
  br label %B104

B104:                                             ; preds = %B410, %B330, %B104.preheader
  %rings.2.2 = phi i64 [ %rings.4.0198, %B104.preheader ], [ %rings.3.3, %B330 ], [ %rings.3.3, %B410 ]
  %at.3.2 = phi i64 [ %at.5.0199, %B104.preheader ], [ %at.4.3, %B330 ], [ %at.4.3, %B410 ]
  %top.3.2 = phi i64 [ 0, %B104.preheader ], [ %.477, %B330 ], [ %.477, %B410 ]
  %h.2.2 = phi i64 [ %.125188196, %B104.preheader ], [ %.486, %B330 ], [ %.504, %B410 ]
  %.224 = getelementptr i64, ptr %arg.tail, i64 %h.2.2
  %.225 = load i64, ptr %.224, align 8
  %.231 = getelementptr i64, ptr %arg.where, i64 %.225
  %.232 = load i64, ptr %.231, align 8
  %.233 = icmp sgt i64 %.232, -1
  br i1 %.233, label %B144.endif, label %B304

B194:                                             ; preds = %B194.preheader1, %B194
  %lsr.iv = phi i64 [ 0, %B194.preheader1 ], [ %lsr.iv.next, %B194 ]
  %0 = shl i64 %lsr.iv, 3
  %scevgep9 = getelementptr i8, ptr %scevgep7, i64 %0
  %scevgep10 = getelementptr i8, ptr %scevgep9, i64 -8
  %.375 = load i64, ptr %scevgep10, align 8
  %1 = shl i64 %lsr.iv, 3
  %scevgep4 = getelementptr i8, ptr %scevgep2, i64 %1
  %scevgep5 = getelementptr i8, ptr %scevgep4, i64 -8
  store i64 %.375, ptr %scevgep5, align 8
  %.388 = getelementptr i64, ptr %arg.tail, i64 %.375
  %.389 = load i64, ptr %.388, align 8
  %.391 = getelementptr i64, ptr %arg.where, i64 %.389
  store i64 -1, ptr %.391, align 8
  %2 = shl i64 %lsr.iv, 3
  %scevgep8 = getelementptr i8, ptr %scevgep7, i64 %2
  %.375.1 = load i64, ptr %scevgep8, align 8
  %3 = shl i64 %lsr.iv, 3
  %scevgep3 = getelementptr i8, ptr %scevgep2, i64 %3
  store i64 %.375.1, ptr %scevgep3, align 8
  %.388.1 = getelementptr i64, ptr %arg.tail, i64 %.375.1
  %.389.1 = load i64, ptr %.388.1, align 8
  %.391.1 = getelementptr i64, ptr %arg.where, i64 %.389.1
  store i64 -1, ptr %.391.1, align 8
  %lsr.iv.next = add i64 %lsr.iv, 2
  %exitcond.not.1 = icmp eq i64 %9, %lsr.iv.next
  br i1 %exitcond.not.1, label %B264, label %B194

B264:                                             ; preds = %B194.prol.loopexit, %B144.endif, %B194
  %at.2.4.lcssa = phi i64 [ %at.3.2, %B144.endif ], [ %4, %B194.prol.loopexit ], [ %4, %B194 ]
  %.406 = getelementptr i64, ptr %arg.ring, i64 %rings.2.2
  store i64 %.125188196, ptr %.406, align 8
  %.415 = getelementptr i64, ptr %arg.sizes, i64 %rings.2.2
  store i64 %.292, ptr %.415, align 8
  %.418 = add nsw i64 %rings.2.2, 1
  br label %B304

B304:                                             ; preds = %B264, %B104
  %rings.3.3 = phi i64 [ %.418, %B264 ], [ %rings.2.2, %B104 ]
  %at.4.3 = phi i64 [ %at.2.4.lcssa, %B264 ], [ %at.3.2, %B104 ]
  %top.4.3 = phi i64 [ %.232, %B264 ], [ %top.3.2, %B104 ]
  %.437 = getelementptr i64, ptr %arg.seen, i64 %h.2.2
  %.438 = load i64, ptr %.437, align 8
  %.439 = icmp eq i64 %.438, 1
  br i1 %.439, label %B462, label %B330

B330:                                             ; preds = %B304
  %sunkaddr = mul i64 %h.2.2, 8
  %sunkaddr11 = getelementptr i8, ptr %arg.seen, i64 %sunkaddr
  store i64 1, ptr %sunkaddr11, align 8
  %sunkaddr12 = mul i64 %.225, 8
  %sunkaddr13 = getelementptr i8, ptr %arg.where, i64 %sunkaddr12
  store i64 %top.4.3, ptr %sunkaddr13, align 8
  %.474 = getelementptr i64, ptr %arg.stack, i64 %top.4.3
  store i64 %h.2.2, ptr %.474, align 8
  %.477 = add nuw nsw i64 %top.4.3, 1
  %.485 = getelementptr i64, ptr %arg.after, i64 %h.2.2
  %.486 = load i64, ptr %.485, align 8
  %.496 = getelementptr i64, ptr %arg.keep, i64 %.486
  %.497 = load i64, ptr %.496, align 8
  %.498 = icmp eq i64 %.497, 0
  br i1 %.498, label %B410.preheader, label %B104

B410.preheader:                                   ; preds = %B330
  br label %B410

B410:                                             ; preds = %B410, %B410.preheader
  %g.2.3 = phi i64 [ %.504, %B410 ], [ %.486, %B410.preheader ]
  %.501 = xor i64 %g.2.3, 1
  %.503 = getelementptr i64, ptr %arg.after, i64 %.501
  %.504 = load i64, ptr %.503, align 8
  %.510 = getelementptr i64, ptr %arg.keep, i64 %.504
  %.511 = load i64, ptr %.510, align 8
  %.512 = icmp eq i64 %.511, 0
  br i1 %.512, label %B410, label %B104

B462:                                             ; preds = %B304, %B70, %B44
  %rings.5.1 = phi i64 [ %rings.4.0198, %B44 ], [ %rings.4.0198, %B70 ], [ %rings.3.3, %B304 ]
  %at.6.1 = phi i64 [ %at.5.0199, %B44 ], [ %at.5.0199, %B70 ], [ %at.4.3, %B304 ]
  %exitcond205.not = icmp eq i64 %arg.n, %.132
  br i1 %exitcond205.not, label %B464, label %B44

B464:                                             ; preds = %B462, %B0.endif
  %rings.4.0.lcssa = phi i64 [ 0, %B0.endif ], [ %rings.5.1, %B462 ]
  store i64 %rings.4.0.lcssa, ptr %retptr, align 8
  ret i32 0

B144.endif:                                       ; preds = %B104
  %.292 = sub nsw i64 %top.3.2, %.232
  %.335175.not = icmp slt i64 %.292, 1
  br i1 %.335175.not, label %B264, label %B194.preheader

B194.preheader:                                   ; preds = %B144.endif
  %4 = add i64 %.292, %at.3.2
  %.neg = add nuw i64 %.232, 1
  %xtraiter = and i64 %.292, 1
  %lcmp.mod.not = icmp eq i64 %xtraiter, 0
  br i1 %lcmp.mod.not, label %B194.prol.loopexit, label %B194.prol

B194.prol:                                        ; preds = %B194.preheader
  %.348.prol = add nuw i64 %.232, 1
  %.374.prol = getelementptr i64, ptr %arg.stack, i64 %.232
  %.375.prol = load i64, ptr %.374.prol, align 8
  %.378.prol = getelementptr i64, ptr %arg.out, i64 %at.3.2
  store i64 %.375.prol, ptr %.378.prol, align 8
  %.381.prol = add i64 %at.3.2, 1
  %.388.prol = getelementptr i64, ptr %arg.tail, i64 %.375.prol
  %.389.prol = load i64, ptr %.388.prol, align 8
  %.391.prol = getelementptr i64, ptr %arg.where, i64 %.389.prol
  store i64 -1, ptr %.391.prol, align 8
  br label %B194.prol.loopexit

B194.prol.loopexit:                               ; preds = %B194.prol, %B194.preheader
  %at.2.4178.unr = phi i64 [ %at.3.2, %B194.preheader ], [ %.381.prol, %B194.prol ]
  %.341174176.unr = phi i64 [ %.232, %B194.preheader ], [ %.348.prol, %B194.prol ]
  %5 = icmp eq i64 %top.3.2, %.neg
  br i1 %5, label %B264, label %B194.preheader1

B194.preheader1:                                  ; preds = %B194.prol.loopexit
  %6 = shl i64 %at.2.4178.unr, 3
  %scevgep2 = getelementptr i8, ptr %scevgep, i64 %6
  %7 = add i64 %at.3.2, %top.3.2
  %8 = sub i64 %7, %at.2.4178.unr
  %9 = sub i64 %8, %.232
  %10 = shl i64 %.341174176.unr, 3
  %scevgep7 = getelementptr i8, ptr %scevgep6, i64 %10
  br label %B194
}

define i32 @zoning_unite(ptr %retptr, ptr %excinfo, i64 %arg.n, ptr %arg.ends, i64 %arg.nodes, ptr %arg.part) {
B0.endif:
  %.95108.not = icmp slt i64 %arg.n, 1
  br i1 %.95108.not, label %B192.endif, label %B36.preheader

B36.preheader:                                    ; preds = %B0.endif
  br label %B36

B36:                                              ; preds = %B301, %B36.preheader
  %.101106109 = phi i64 [ %.108, %B301 ], [ 0, %B36.preheader ]
  %.108 = add nuw nsw i64 %.101106109, 1
  %.136.idx = shl i64 %.101106109, 4
  %.136 = getelementptr i8, ptr %arg.ends, i64 %.136.idx
  %.137 = load i64, ptr %.136, align 8
  %.15.i = getelementptr i64, ptr %arg.part, i64 %.137
  %.16.i = load i64, ptr %.15.i, align 8, !noalias !78
  %.17.not.i = icmp eq i64 %.16.i, %.137
  br i1 %.17.not.i, label %B36.endif, label %B28.i.preheader

B28.i.preheader:                                  ; preds = %B36
  br label %B28.i

B28.i:                                            ; preds = %B28.i, %B28.i.preheader
  %.22.i = phi i64 [ %.40.i, %B28.i ], [ %.16.i, %B28.i.preheader ]
  %v.2.0.i = phi i64 [ %.25.i, %B28.i ], [ %.137, %B28.i.preheader ]
  %.21.i = getelementptr i64, ptr %arg.part, i64 %v.2.0.i
  %.24.i = getelementptr i64, ptr %arg.part, i64 %.22.i
  %.25.i = load i64, ptr %.24.i, align 8, !noalias !78
  store i64 %.25.i, ptr %.21.i, align 8, !noalias !78
  %.39.i = getelementptr i64, ptr %arg.part, i64 %.25.i
  %.40.i = load i64, ptr %.39.i, align 8, !noalias !78
  %.41.not.i = icmp eq i64 %.40.i, %.25.i
  br i1 %.41.not.i, label %B36.endif, label %B28.i

B168:                                             ; preds = %B36.endif.endif
  %.216 = icmp slt i64 %v.3.1.i16, %v.3.1.i
  br i1 %.216, label %B301.sink.split, label %B301

B228:                                             ; preds = %B228.preheader.new, %B228
  %count.2.0117 = phi i64 [ 0, %B228.preheader.new ], [ %spec.select.1, %B228 ]
  %.330113115 = phi i64 [ 0, %B228.preheader.new ], [ %1, %B228 ]
  %sunkaddr = mul i64 %.330113115, 8
  %sunkaddr23 = getelementptr i8, ptr %arg.part, i64 %sunkaddr
  %.368 = load i64, ptr %sunkaddr23, align 8
  %.370 = getelementptr i64, ptr %arg.part, i64 %.368
  %.371 = load i64, ptr %.370, align 8
  store i64 %.371, ptr %sunkaddr23, align 8
  %.378 = icmp eq i64 %.330113115, %.371
  %.381 = zext i1 %.378 to i64
  %spec.select = add nuw nsw i64 %count.2.0117, %.381
  %.337.1 = add nuw i64 %.330113115, 2
  %sunkaddr24 = mul i64 %.330113115, 8
  %sunkaddr25 = getelementptr i8, ptr %arg.part, i64 %sunkaddr24
  %sunkaddr26 = getelementptr i8, ptr %sunkaddr25, i64 8
  %.368.1 = load i64, ptr %sunkaddr26, align 8
  %.370.1 = getelementptr i64, ptr %arg.part, i64 %.368.1
  %.371.1 = load i64, ptr %.370.1, align 8
  store i64 %.371.1, ptr %sunkaddr26, align 8
  %0 = add i64 %.330113115, 1
  %.378.1 = icmp eq i64 %.371.1, %0
  %.381.1 = zext i1 %.378.1 to i64
  %spec.select.1 = add nuw nsw i64 %spec.select, %.381.1
  %1 = add i64 %0, 1
  %niter.ncmp.1 = icmp eq i64 %1, %unroll_iter
  br i1 %niter.ncmp.1, label %common.ret.loopexit.unr-lcssa, label %B228

common.ret.loopexit.unr-lcssa:                    ; preds = %B228
  %2 = and i64 %arg.nodes, 1
  %lcmp.mod.not = icmp eq i64 %2, 0
  br i1 %lcmp.mod.not, label %common.ret, label %B228.epil.preheader

B228.epil.preheader:                              ; preds = %B228.preheader, %common.ret.loopexit.unr-lcssa
  %count.2.0117.epil.init = phi i64 [ 0, %B228.preheader ], [ %spec.select.1, %common.ret.loopexit.unr-lcssa ]
  %.330113115.epil.init = phi i64 [ 0, %B228.preheader ], [ %.337.1, %common.ret.loopexit.unr-lcssa ]
  %.367.epil = getelementptr i64, ptr %arg.part, i64 %.330113115.epil.init
  %.368.epil = load i64, ptr %.367.epil, align 8
  %.370.epil = getelementptr i64, ptr %arg.part, i64 %.368.epil
  %.371.epil = load i64, ptr %.370.epil, align 8
  store i64 %.371.epil, ptr %.367.epil, align 8
  %.378.epil = icmp eq i64 %.371.epil, %.330113115.epil.init
  %.381.epil = zext i1 %.378.epil to i64
  %spec.select.epil = add nuw nsw i64 %count.2.0117.epil.init, %.381.epil
  br label %common.ret

common.ret:                                       ; preds = %B192.endif, %B228.epil.preheader, %common.ret.loopexit.unr-lcssa
  %count.2.0.lcssa = phi i64 [ 0, %B192.endif ], [ %spec.select.1, %common.ret.loopexit.unr-lcssa ], [ %spec.select.epil, %B228.epil.preheader ]
  store i64 %count.2.0.lcssa, ptr %retptr, align 8
  ret i32 0

B301.sink.split:                                  ; preds = %B36.endif.endif, %B168
  %.153.sink = phi i64 [ %v.3.1.i16, %B36.endif.endif ], [ %v.3.1.i, %B168 ]
  %.187.sink = phi i64 [ %v.3.1.i, %B36.endif.endif ], [ %v.3.1.i16, %B168 ]
  %.221 = getelementptr i64, ptr %arg.part, i64 %.153.sink
  store i64 %.187.sink, ptr %.221, align 8
  br label %B301

B301:                                             ; preds = %B301.sink.split, %B168
  %exitcond.not = icmp eq i64 %arg.n, %.108
  br i1 %exitcond.not, label %B192.endif, label %B36

B36.endif:                                        ; preds = %B28.i, %B36
  %v.3.1.i = phi i64 [ %.137, %B36 ], [ %.25.i, %B28.i ]
  %sunkaddr27 = getelementptr i8, ptr %arg.ends, i64 %.136.idx
  %sunkaddr28 = getelementptr i8, ptr %sunkaddr27, i64 8
  %.171 = load i64, ptr %sunkaddr28, align 8
  %.15.i4 = getelementptr i64, ptr %arg.part, i64 %.171
  %.16.i5 = load i64, ptr %.15.i4, align 8, !noalias !81
  %.17.not.i6 = icmp eq i64 %.16.i5, %.171
  br i1 %.17.not.i6, label %B36.endif.endif, label %B28.i7.preheader

B28.i7.preheader:                                 ; preds = %B36.endif
  br label %B28.i7

B28.i7:                                           ; preds = %B28.i7, %B28.i7.preheader
  %.22.i8 = phi i64 [ %.40.i14, %B28.i7 ], [ %.16.i5, %B28.i7.preheader ]
  %v.2.0.i9 = phi i64 [ %.25.i12, %B28.i7 ], [ %.171, %B28.i7.preheader ]
  %.21.i10 = getelementptr i64, ptr %arg.part, i64 %v.2.0.i9
  %.24.i11 = getelementptr i64, ptr %arg.part, i64 %.22.i8
  %.25.i12 = load i64, ptr %.24.i11, align 8, !noalias !81
  store i64 %.25.i12, ptr %.21.i10, align 8, !noalias !81
  %.39.i13 = getelementptr i64, ptr %arg.part, i64 %.25.i12
  %.40.i14 = load i64, ptr %.39.i13, align 8, !noalias !81
  %.41.not.i15 = icmp eq i64 %.40.i14, %.25.i12
  br i1 %.41.not.i15, label %B36.endif.endif, label %B28.i7

B36.endif.endif:                                  ; preds = %B28.i7, %B36.endif
  %v.3.1.i16 = phi i64 [ %.171, %B36.endif ], [ %.25.i12, %B28.i7 ]
  %.202 = icmp slt i64 %v.3.1.i, %v.3.1.i16
  br i1 %.202, label %B301.sink.split, label %B168

B192.endif:                                       ; preds = %B301, %B0.endif
  %.324114.not = icmp slt i64 %arg.nodes, 1
  br i1 %.324114.not, label %common.ret, label %B228.preheader

B228.preheader:                                   ; preds = %B192.endif
  %3 = icmp eq i64 %arg.nodes, 1
  br i1 %3, label %B228.epil.preheader, label %B228.preheader.new

B228.preheader.new:                               ; preds = %B228.preheader
  %unroll_iter = and i64 %arg.nodes, 9223372036854775806
  br label %B228
}

define i32 @zoning_join_small(ptr %retptr, ptr %excinfo, i64 %arg.n, ptr %arg.pair, double %arg.most, i64 %arg.members, ptr %arg.held, ptr %arg.part) {
B0.endif:
  %.104125.not = icmp slt i64 %arg.n, 1
  br i1 %.104125.not, label %B294.endif, label %B40.preheader

B40.preheader:                                    ; preds = %B0.endif
  br label %B40

B40:                                              ; preds = %B365, %B40.preheader
  %count.2.0128 = phi i64 [ %count.3.1, %B365 ], [ 0, %B40.preheader ]
  %.110123126 = phi i64 [ %.117, %B365 ], [ 0, %B40.preheader ]
  %.117 = add nuw nsw i64 %.110123126, 1
  %.145.idx = shl i64 %.110123126, 4
  %.145 = getelementptr i8, ptr %arg.pair, i64 %.145.idx
  %.146 = load i64, ptr %.145, align 8
  %.15.i = getelementptr i64, ptr %arg.part, i64 %.146
  %.16.i = load i64, ptr %.15.i, align 8, !noalias !84
  %.17.not.i = icmp eq i64 %.16.i, %.146
  br i1 %.17.not.i, label %B40.endif, label %B28.i.preheader

B28.i.preheader:                                  ; preds = %B40
  br label %B28.i

B28.i:                                            ; preds = %B28.i, %B28.i.preheader
  %.22.i = phi i64 [ %.40.i, %B28.i ], [ %.16.i, %B28.i.preheader ]
  %v.2.0.i = phi i64 [ %.25.i, %B28.i ], [ %.146, %B28.i.preheader ]
  %.21.i = getelementptr i64, ptr %arg.part, i64 %v.2.0.i
  %.24.i = getelementptr i64, ptr %arg.part, i64 %.22.i
  %.25.i = load i64, ptr %.24.i, align 8, !noalias !84
  store i64 %.25.i, ptr %.21.i, align 8, !noalias !84
  %.39.i = getelementptr i64, ptr %arg.part, i64 %.25.i
  %.40.i = load i64, ptr %.39.i, align 8, !noalias !84
  %.41.not.i = icmp eq i64 %.40.i, %.25.i
  br i1 %.41.not.i, label %B40.endif, label %B28.i

B160:                                             ; preds = %B40.endif.endif
  %.215 = getelementptr double, ptr %arg.held, i64 %v.3.1.i
  %.216 = load double, ptr %.215, align 8
  %.219 = getelementptr double, ptr %arg.held, i64 %v.3.1.i16
  %.220 = load double, ptr %.219, align 8
  %.221 = fadd double %.216, %.220
  %.223 = fcmp ogt double %.221, %arg.most
  br i1 %.223, label %B365, label %B204

B204:                                             ; preds = %B160
  %spec.select = tail call i64 @llvm.smin.i64(i64 %v.3.1.i16, i64 %v.3.1.i)
  %spec.select116 = tail call i64 @llvm.smax.i64(i64 %v.3.1.i16, i64 %v.3.1.i)
  %.266 = getelementptr i64, ptr %arg.part, i64 %spec.select116
  store i64 %spec.select, ptr %.266, align 8
  %.270 = getelementptr double, ptr %arg.held, i64 %spec.select
  %.271 = load double, ptr %.270, align 8
  %.274 = getelementptr double, ptr %arg.held, i64 %spec.select116
  %.275 = load double, ptr %.274, align 8
  %.278 = fadd double %.271, %.275
  store double %.278, ptr %.270, align 8
  %.286 = add nsw i64 %count.2.0128, 1
  br label %B365

B326:                                             ; preds = %B326.preheader.new, %B326
  %.390132134 = phi i64 [ 0, %B326.preheader.new ], [ %.397.3, %B326 ]
  %sunkaddr = mul i64 %.390132134, 8
  %sunkaddr28 = getelementptr i8, ptr %arg.part, i64 %sunkaddr
  %.424 = load i64, ptr %sunkaddr28, align 8
  %.426 = getelementptr i64, ptr %arg.part, i64 %.424
  %.427 = load i64, ptr %.426, align 8
  store i64 %.427, ptr %sunkaddr28, align 8
  %sunkaddr29 = mul i64 %.390132134, 8
  %sunkaddr30 = getelementptr i8, ptr %arg.part, i64 %sunkaddr29
  %sunkaddr31 = getelementptr i8, ptr %sunkaddr30, i64 8
  %.424.1 = load i64, ptr %sunkaddr31, align 8
  %.426.1 = getelementptr i64, ptr %arg.part, i64 %.424.1
  %.427.1 = load i64, ptr %.426.1, align 8
  store i64 %.427.1, ptr %sunkaddr31, align 8
  %sunkaddr32 = mul i64 %.390132134, 8
  %sunkaddr33 = getelementptr i8, ptr %arg.part, i64 %sunkaddr32
  %sunkaddr34 = getelementptr i8, ptr %sunkaddr33, i64 16
  %.424.2 = load i64, ptr %sunkaddr34, align 8
  %.426.2 = getelementptr i64, ptr %arg.part, i64 %.424.2
  %.427.2 = load i64, ptr %.426.2, align 8
  store i64 %.427.2, ptr %sunkaddr34, align 8
  %.397.3 = add nuw nsw i64 %.390132134, 4
  %sunkaddr35 = mul i64 %.390132134, 8
  %sunkaddr36 = getelementptr i8, ptr %arg.part, i64 %sunkaddr35
  %sunkaddr37 = getelementptr i8, ptr %sunkaddr36, i64 24
  %.424.3 = load i64, ptr %sunkaddr37, align 8
  %.426.3 = getelementptr i64, ptr %arg.part, i64 %.424.3
  %.427.3 = load i64, ptr %.426.3, align 8
  store i64 %.427.3, ptr %sunkaddr37, align 8
  %niter.ncmp.3 = icmp eq i64 %unroll_iter, %.397.3
  br i1 %niter.ncmp.3, label %common.ret.loopexit.unr-lcssa, label %B326

common.ret.loopexit.unr-lcssa:                    ; preds = %B326
  %lcmp.mod.not = icmp eq i64 %xtraiter, 0
  br i1 %lcmp.mod.not, label %common.ret, label %B326.epil.preheader

B326.epil.preheader:                              ; preds = %B326.preheader, %common.ret.loopexit.unr-lcssa
  %.390132134.epil.init = phi i64 [ 0, %B326.preheader ], [ %.397.3, %common.ret.loopexit.unr-lcssa ]
  %0 = shl i64 %.390132134.epil.init, 3
  %scevgep = getelementptr i8, ptr %arg.part, i64 %0
  br label %B326.epil

B326.epil:                                        ; preds = %B326.epil, %B326.epil.preheader
  %epil.iter = phi i64 [ %epil.iter.next, %B326.epil ], [ 0, %B326.epil.preheader ]
  %1 = shl nuw nsw i64 %epil.iter, 3
  %scevgep19 = getelementptr i8, ptr %scevgep, i64 %1
  %.424.epil = load i64, ptr %scevgep19, align 8
  %.426.epil = getelementptr i64, ptr %arg.part, i64 %.424.epil
  %.427.epil = load i64, ptr %.426.epil, align 8
  store i64 %.427.epil, ptr %scevgep19, align 8
  %epil.iter.next = add i64 %epil.iter, 1
  %epil.iter.cmp.not = icmp eq i64 %xtraiter, %epil.iter.next
  br i1 %epil.iter.cmp.not, label %common.ret, label %B326.epil, !llvm.loop !87

common.ret:                                       ; preds = %B294.endif, %B326.epil, %common.ret.loopexit.unr-lcssa
  store i64 %count.2.0.lcssa, ptr %retptr, align 8
  ret i32 0

B365:                                             ; preds = %B40.endif.endif, %B204, %B160
  %count.3.1 = phi i64 [ %.286, %B204 ], [ %count.2.0128, %B40.endif.endif ], [ %count.2.0128, %B160 ]
  %exitcond.not = icmp eq i64 %arg.n, %.117
  br i1 %exitcond.not, label %B294.endif, label %B40

B40.endif:                                        ; preds = %B28.i, %B40
  %v.3.1.i = phi i64 [ %.146, %B40 ], [ %.25.i, %B28.i ]
  %sunkaddr38 = getelementptr i8, ptr %arg.pair, i64 %.145.idx
  %sunkaddr39 = getelementptr i8, ptr %sunkaddr38, i64 8
  %.180 = load i64, ptr %sunkaddr39, align 8
  %.15.i4 = getelementptr i64, ptr %arg.part, i64 %.180
  %.16.i5 = load i64, ptr %.15.i4, align 8, !noalias !88
  %.17.not.i6 = icmp eq i64 %.16.i5, %.180
  br i1 %.17.not.i6, label %B40.endif.endif, label %B28.i7.preheader

B28.i7.preheader:                                 ; preds = %B40.endif
  br label %B28.i7

B28.i7:                                           ; preds = %B28.i7, %B28.i7.preheader
  %.22.i8 = phi i64 [ %.40.i14, %B28.i7 ], [ %.16.i5, %B28.i7.preheader ]
  %v.2.0.i9 = phi i64 [ %.25.i12, %B28.i7 ], [ %.180, %B28.i7.preheader ]
  %.21.i10 = getelementptr i64, ptr %arg.part, i64 %v.2.0.i9
  %.24.i11 = getelementptr i64, ptr %arg.part, i64 %.22.i8
  %.25.i12 = load i64, ptr %.24.i11, align 8, !noalias !88
  store i64 %.25.i12, ptr %.21.i10, align 8, !noalias !88
  %.39.i13 = getelementptr i64, ptr %arg.part, i64 %.25.i12
  %.40.i14 = load i64, ptr %.39.i13, align 8, !noalias !88
  %.41.not.i15 = icmp eq i64 %.40.i14, %.25.i12
  br i1 %.41.not.i15, label %B40.endif.endif, label %B28.i7

B40.endif.endif:                                  ; preds = %B28.i7, %B40.endif
  %v.3.1.i16 = phi i64 [ %.180, %B40.endif ], [ %.25.i12, %B28.i7 ]
  %.211 = icmp eq i64 %v.3.1.i, %v.3.1.i16
  br i1 %.211, label %B365, label %B160

B294.endif:                                       ; preds = %B365, %B0.endif
  %count.2.0.lcssa = phi i64 [ 0, %B0.endif ], [ %count.3.1, %B365 ]
  %.384133.not = icmp slt i64 %arg.members, 1
  br i1 %.384133.not, label %common.ret, label %B326.preheader

B326.preheader:                                   ; preds = %B294.endif
  %xtraiter = and i64 %arg.members, 3
  %2 = icmp ult i64 %arg.members, 4
  br i1 %2, label %B326.epil.preheader, label %B326.preheader.new

B326.preheader.new:                               ; preds = %B326.preheader
  %unroll_iter = and i64 %arg.members, 9223372036854775804
  br label %B326
}


!0 = distinct !{!0, !1}
!1 = !{!"llvm.loop.unroll.disable"}
!2 = !{!"branch_weights", i32 1, i32 49, i32 49}
!3 = !{!4}
!4 = distinct !{!4, !5, !"_ZN6zoning10boundaries7kernels12trees_source10other_sideB2v5B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAE10float64_2a10float64_2ax: %retptr"}
!5 = distinct !{!5, !"_ZN6zoning10boundaries7kernels12trees_source10other_sideB2v5B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAE10float64_2a10float64_2ax"}
!6 = !{!7}
!7 = distinct !{!7, !8, !"_ZN6zoning10boundaries7kernels12trees_source9mark_sideB3v13B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a: %retptr"}
!8 = distinct !{!8, !"_ZN6zoning10boundaries7kernels12trees_source9mark_sideB3v13B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a"}
!9 = distinct !{!9, !1}
!10 = !{!"branch_weights", i32 57266229, i32 2090217419}
!11 = !{!12}
!12 = distinct !{!12, !13, !"_ZN6zoning10boundaries7kernels14members_source3putB3v15B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a8int64_2a: %retptr"}
!13 = distinct !{!13, !"_ZN6zoning10boundaries7kernels14members_source3putB3v15B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a8int64_2a"}
!14 = distinct !{!14, !1}
!15 = !{!16}
!16 = distinct !{!16, !17, !"_ZN6zoning10boundaries7kernels14members_source6gatherB3v16B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx23Literal_5bint_5d_280_298int64_2a8int64_2a8int64_2a8int64_2a: %retptr"}
!17 = distinct !{!17, !"_ZN6zoning10boundaries7kernels14members_source6gatherB3v16B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx23Literal_5bint_5d_280_298int64_2a8int64_2a8int64_2a8int64_2a"}
!18 = !{!19}
!19 = distinct !{!19, !20, !"_ZN6zoning10boundaries7kernels14members_source10other_zoneB3v18B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a8int64_2a8int64_2a8int64_2a8int64_2a8int64_2a: %retptr"}
!20 = distinct !{!20, !"_ZN6zoning10boundaries7kernels14members_source10other_zoneB3v18B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a8int64_2a8int64_2a8int64_2a8int64_2a8int64_2a"}
!21 = !{!"branch_weights", i32 1, i32 99}
!22 = !{!23}
!23 = distinct !{!23, !24, !"_ZN6zoning10boundaries7kernels14members_source6gatherB3v16B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx23Literal_5bint_5d_280_298int64_2a8int64_2a8int64_2a8int64_2a: %retptr"}
!24 = distinct !{!24, !"_ZN6zoning10boundaries7kernels14members_source6gatherB3v16B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx23Literal_5bint_5d_280_298int64_2a8int64_2a8int64_2a8int64_2a"}
!25 = !{!26}
!26 = distinct !{!26, !27, !"_ZN6zoning10boundaries7kernels14members_source6gatherB3v20B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a8int64_2a: %retptr"}
!27 = distinct !{!27, !"_ZN6zoning10boundaries7kernels14members_source6gatherB3v20B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a8int64_2a"}
!28 = !{!"branch_weights", i32 49, i32 1}
!29 = distinct !{!29, !1}
!30 = !{!31}
!31 = distinct !{!31, !32, !"_ZN6zoning10boundaries7kernels14members_source4takeB3v25B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a8int64_2a8int64_2a8int64_2a: %retptr"}
!32 = distinct !{!32, !"_ZN6zoning10boundaries7kernels14members_source4takeB3v25B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a8int64_2a8int64_2a8int64_2a"}
!33 = !{!34}
!34 = distinct !{!34, !35, !"_ZN6zoning10boundaries7kernels14members_source4takeB3v25B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a8int64_2a8int64_2a8int64_2a: %retptr"}
!35 = distinct !{!35, !"_ZN6zoning10boundaries7kernels14members_source4takeB3v25B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a8int64_2a8int64_2a8int64_2a"}
!36 = !{!37}
!37 = distinct !{!37, !38, !"_ZN6zoning10boundaries7kernels14members_source4takeB3v25B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a8int64_2a8int64_2a8int64_2a: %retptr"}
!38 = distinct !{!38, !"_ZN6zoning10boundaries7kernels14members_source4takeB3v25B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a8int64_2a8int64_2a8int64_2a"}
!39 = !{!40}
!40 = distinct !{!40, !41, !"_ZN6zoning10boundaries7kernels14members_source3putB3v15B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a8int64_2a: %retptr"}
!41 = distinct !{!41, !"_ZN6zoning10boundaries7kernels14members_source3putB3v15B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a8int64_2a"}
!42 = !{!43}
!43 = distinct !{!43, !44, !"_ZN6zoning10boundaries7kernels14members_source3putB3v15B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a8int64_2a: %retptr"}
!44 = distinct !{!44, !"_ZN6zoning10boundaries7kernels14members_source3putB3v15B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a8int64_2a"}
!45 = distinct !{!45, !1}
!46 = !{!47}
!47 = distinct !{!47, !48, !"_ZN6zoning10boundaries7kernels14members_source6gatherB3v16B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx23Literal_5bint_5d_280_298int64_2a8int64_2a8int64_2a8int64_2a: %retptr"}
!48 = distinct !{!48, !"_ZN6zoning10boundaries7kernels14members_source6gatherB3v16B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx23Literal_5bint_5d_280_298int64_2a8int64_2a8int64_2a8int64_2a"}
!49 = distinct !{!49, !1}
!50 = distinct !{!50, !1}
!51 = !{!52}
!52 = distinct !{!52, !53, !"_ZN6zoning10boundaries7kernels14members_source3putB3v15B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a8int64_2a: %retptr"}
!53 = distinct !{!53, !"_ZN6zoning10boundaries7kernels14members_source3putB3v15B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a8int64_2a"}
!54 = !{!55}
!55 = distinct !{!55, !56, !"_ZN6zoning10boundaries7kernels14members_source3putB3v15B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a8int64_2a: %retptr"}
!56 = distinct !{!56, !"_ZN6zoning10boundaries7kernels14members_source3putB3v15B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a8int64_2a"}
!57 = !{!58}
!58 = distinct !{!58, !59, !"_ZN6zoning10boundaries7kernels14members_source6gatherB3v16B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx23Literal_5bint_5d_280_298int64_2a8int64_2a8int64_2a8int64_2a: %retptr"}
!59 = distinct !{!59, !"_ZN6zoning10boundaries7kernels14members_source6gatherB3v16B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx23Literal_5bint_5d_280_298int64_2a8int64_2a8int64_2a8int64_2a"}
!60 = !{!61}
!61 = distinct !{!61, !62, !"_ZN6zoning10boundaries7kernels12trees_source9mark_sideB3v13B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a: %retptr"}
!62 = distinct !{!62, !"_ZN6zoning10boundaries7kernels12trees_source9mark_sideB3v13B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a"}
!63 = !{!64}
!64 = distinct !{!64, !65, !"_ZN6zoning10boundaries7kernels12trees_source10other_sideB2v5B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAE10float64_2a10float64_2ax: %retptr"}
!65 = distinct !{!65, !"_ZN6zoning10boundaries7kernels12trees_source10other_sideB2v5B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAE10float64_2a10float64_2ax"}
!66 = !{!67}
!67 = distinct !{!67, !68, !"_ZN6zoning10boundaries7kernels12trees_source10other_sideB2v5B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAE10float64_2a10float64_2ax: %retptr"}
!68 = distinct !{!68, !"_ZN6zoning10boundaries7kernels12trees_source10other_sideB2v5B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAE10float64_2a10float64_2ax"}
!69 = !{!70}
!70 = distinct !{!70, !71, !"_ZN6zoning10boundaries7kernels14members_source4takeB3v25B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a8int64_2a8int64_2a8int64_2a: %retptr"}
!71 = distinct !{!71, !"_ZN6zoning10boundaries7kernels14members_source4takeB3v25B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a8int64_2a8int64_2a8int64_2a"}
!72 = !{!73}
!73 = distinct !{!73, !74, !"_ZN6zoning10boundaries7kernels14members_source3putB3v15B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a8int64_2a: %retptr"}
!74 = distinct !{!74, !"_ZN6zoning10boundaries7kernels14members_source3putB3v15B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAExx8int64_2a8int64_2a8int64_2a8int64_2a"}
!75 = !{!76}
!76 = distinct !{!76, !77, !"_ZN6zoning10boundaries7kernels15outlines_source11inside_ringB3v44B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEddxx10float64_2a: %retptr"}
!77 = distinct !{!77, !"_ZN6zoning10boundaries7kernels15outlines_source11inside_ringB3v44B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEddxx10float64_2a"}
!78 = !{!79}
!79 = distinct !{!79, !80, !"_ZN6zoning10boundaries7kernels11sets_source4rootB3v54B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a: %retptr"}
!80 = distinct !{!80, !"_ZN6zoning10boundaries7kernels11sets_source4rootB3v54B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a"}
!81 = !{!82}
!82 = distinct !{!82, !83, !"_ZN6zoning10boundaries7kernels11sets_source4rootB3v54B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a: %retptr"}
!83 = distinct !{!83, !"_ZN6zoning10boundaries7kernels11sets_source4rootB3v54B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a"}
!84 = !{!85}
!85 = distinct !{!85, !86, !"_ZN6zoning10boundaries7kernels11sets_source4rootB3v54B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a: %retptr"}
!86 = distinct !{!86, !"_ZN6zoning10boundaries7kernels11sets_source4rootB3v54B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a"}
!87 = distinct !{!87, !1}
!88 = !{!89}
!89 = distinct !{!89, !90, !"_ZN6zoning10boundaries7kernels11sets_source4rootB3v54B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a: %retptr"}
!90 = distinct !{!90, !"_ZN6zoning10boundaries7kernels11sets_source4rootB3v54B36c8tJTIeFIjxB2IKSgI4CrvQCk0Z4yRYcWpoAEx8int64_2a"}
